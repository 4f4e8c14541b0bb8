import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../testing/business-client.js';
import { seedGroup } from '../testing/ads-fixture.js';

interface Report {
  readonly list: { readonly dimensions: Record<string, string>; readonly metrics: Record<string, string> }[];
  readonly total_metrics?: Record<string, string>;
}

const total = (report: Report, metric: string): number =>
  report.list.reduce((sum, row) => sum + Number(row.metrics[metric]), 0);

describe('reports', () => {
  let client: BusinessClient;
  let token: string;
  let ids: string[];
  beforeEach(async () => {
    client = await BusinessClient.start();
    ({ token, ids } = await client.advertiserToken());
  });
  afterEach(() => client.close());

  const ask = (more: Record<string, unknown>) =>
    client.get<Report>(
      '/report/integrated/get/',
      {
        advertiser_id: ids[0],
        report_type: 'BASIC',
        data_level: 'AUCTION_CAMPAIGN',
        dimensions: ['campaign_id'],
        start_date: '2026-10-01',
        end_date: '2026-10-07',
        page_size: 1000,
        ...more,
      },
      token,
    );

  it('answers strings, with `-` for what does not apply, and the same for the same seed', async () => {
    const metrics = ['spend', 'impressions', 'ctr', 'app_install', 'skan_result', 'campaign_name'];
    const { data } = await ask({ metrics });
    expect(data.list[0]?.metrics).toEqual({
      spend: expect.stringMatching(/^\d+\.\d\d$/),
      impressions: expect.stringMatching(/^\d+$/),
      ctr: expect.stringMatching(/^\d+\.\d\d$/),
      app_install: '0',
      skan_result: '-',
      campaign_name: 'Always on',
    });
    const twin = await BusinessClient.start();
    const granted = await twin.advertiserToken();
    const query = { advertiser_id: ids[0], report_type: 'BASIC', data_level: 'AUCTION_CAMPAIGN' };
    const again = await twin.get<Report>(
      '/report/integrated/get/',
      { ...query, dimensions: ['campaign_id'], start_date: '2026-10-01', end_date: '2026-10-07', metrics },
      granted.token,
    );
    await twin.close();
    expect(again.data.list).toEqual(data.list);
  });

  it('has hours that add up to days, ads that add up to campaigns, and ages that add up to all', async () => {
    const day = { start_date: '2026-10-02', end_date: '2026-10-02', metrics: ['impressions', 'spend'] };
    const [whole, hours, ads, ages] = await Promise.all([
      ask(day),
      ask({ ...day, dimensions: ['campaign_id', 'stat_time_hour'] }),
      ask({ ...day, data_level: 'AUCTION_AD', dimensions: ['ad_id'] }),
      ask({ ...day, report_type: 'AUDIENCE', dimensions: ['campaign_id', 'age', 'gender'] }),
    ]);
    expect(total(whole.data, 'impressions')).toBeGreaterThan(1000);
    expect(hours.data.list[0]?.dimensions['stat_time_hour']).toBe('2026-10-02 00:00:00');
    for (const part of [hours, ads, ages]) {
      expect(total(part.data, 'impressions')).toBe(total(whole.data, 'impressions'));
      expect(total(part.data, 'spend')).toBeCloseTo(total(whole.data, 'spend'), 1);
    }
  });

  it.each([
    ['31 days by day', { dimensions: ['campaign_id', 'stat_time_day'], end_date: '2026-10-31' }],
    ['2 days by hour', { dimensions: ['campaign_id', 'stat_time_hour'], end_date: '2026-10-02' }],
    ['366 days', { end_date: '2027-10-02' }],
    ['two ids', { data_level: 'AUCTION_AD', dimensions: ['campaign_id', 'ad_id'] }],
    ['an id below the data level', { dimensions: ['ad_id'] }],
    ['a name below the id', { metrics: ['ad_name'] }],
    ['an audience in a BASIC report', { dimensions: ['campaign_id', 'gender'] }],
    ['reach by age', { report_type: 'AUDIENCE', dimensions: ['campaign_id', 'age'], metrics: ['reach'] }],
    ['an unknown metric', { metrics: ['luck'] }],
    ['a lifetime by day', { query_lifetime: true, dimensions: ['campaign_id', 'stat_time_day'] }],
    [
      'a filter that is no JSON',
      { filtering: [{ field_name: 'ad_ids', filter_type: 'IN', filter_value: '1' }] },
    ],
  ])('refuses %s', async (_case, more) => {
    expect((await ask(more)).code).toBe(40_002);
  });

  it('is empty for a range without delivery, and shows idle objects only without time', async () => {
    const early = { start_date: '2026-01-01', end_date: '2026-01-02' };
    expect((await ask({ ...early, dimensions: ['campaign_id', 'stat_time_day'] })).data.list).toEqual([]);
    const idle = await ask(early);
    expect(idle.data.list.map((row) => row.metrics['spend'])).toEqual(['0.00', '0.00']);
  });

  it('hides deleted objects unless a status filter asks for them', async () => {
    const before = await ask({});
    const campaign_ids = [before.data.list[0]?.dimensions['campaign_id']];
    const body = { advertiser_id: ids[0], campaign_ids, operation_status: 'DELETE' };
    await client.post('/campaign/status/update/', body, token);
    expect((await ask({})).data.list).toHaveLength(1);
    const all = { field_name: 'campaign_status', filter_type: 'IN', filter_value: '["STATUS_ALL"]' };
    expect((await ask({ filtering: [all] })).data.list).toEqual(before.data.list);
  });

  it('restates conversions for days, lets spend fall once, and then stands still', async () => {
    const { adId } = await seedGroup(client, token, ids[0] ?? '');
    const filtering = [{ field_name: 'ad_ids', filter_type: 'IN', filter_value: JSON.stringify([adId]) }];
    await client.advance(86_400);
    const { json } = await client.control<{ now: string }>('/state', {}, 'GET');
    const day = new Date(Date.parse(json.now) - 5 * 3_600_000).toISOString().slice(0, 10);
    const range = { start_date: day, end_date: day, metrics: ['spend', 'conversion'] };
    const read = async (days: number) => {
      await client.advance(days * 86_400);
      const report = await ask({ ...range, data_level: 'AUCTION_AD', dimensions: ['ad_id'], filtering });
      return report.data.list[0]?.metrics ?? {};
    };
    const [first, settled, later] = [await read(1), await read(10), await read(30)];
    expect(Number(settled['conversion'])).toBeGreaterThan(Number(first['conversion']));
    expect(settled).toEqual(later);
    await client.control('/business/metrics/restate', { adId, factor: 0.5, figures: ['spend'] });
    expect(Number((await read(0))['spend'])).toBeCloseTo(Number(later['spend']) / 2, 1);
  });

  it('reports several advertisers with their currency, and no money without an id', async () => {
    const both = { advertiser_ids: ids, data_level: 'AUCTION_ADVERTISER', dimensions: ['advertiser_id'] };
    const { data } = await ask(both);
    expect(data.list.map((row) => row.metrics['currency'])).toEqual(['USD', 'JPY']);
    expect(data.list[0]?.metrics).toMatchObject({ timezone: 'Etc/GMT+5', advertiser_id: ids[0] });
    const mixed = await ask({ ...both, dimensions: ['stat_time_day'] });
    expect(mixed.data.list[0]?.metrics).toMatchObject({ spend: '-', currency: '0' });
  });

  it('makes a task into CSV text, which is not ready at once', async () => {
    const task = { advertiser_id: ids[0], report_type: 'BASIC', data_level: 'AUCTION_CAMPAIGN' };
    const body = {
      ...task,
      dimensions: ['campaign_id'],
      metrics: ['spend', 'campaign_name'],
      start_date: '2026-10-01',
      end_date: '2026-10-07',
      enable_report_title_translation: false,
    };
    const created = await client.post('/report/task/create/', body, token);
    const query = { advertiser_id: ids[0], task_id: created.data['task_id'] };
    expect((await client.get('/report/task/download/', query, token)).code).toBe(40_201);
    await client.advance(5);
    const params = new URLSearchParams(query as Record<string, string>);
    const csv = await client.sandbox.send(
      'GET',
      `/open_api/v1.3/report/task/download/?${params.toString()}`,
      {
        headers: { 'access-token': token },
      },
    );
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.text).toMatch(/^campaign_id,spend,campaign_name\n\d+,\d+\.\d\d,Always on\n/);
  });
});
