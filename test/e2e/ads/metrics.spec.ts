import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { adTenant, type AdTenant } from '../../support/given/ad-tenant.js';
import { BusinessClient } from '../../../src/tiktok/business-api/business-client.js';
import { AdAccountAccess, callerOf } from '../../../src/integrations/index.js';
import { OrgContext } from '../../../src/database/index.js';
import { advertiserCaller } from '../../../src/tiktok/index.js';

const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate' },
  sandbox: { business: { appLevel: 'ultimate' } },
});
const REPORT = 'GET /open_api/v1.3/report/integrated/get/';
// The sandbox's ads run since September, and conversions of these days are older than 28 days.
const RANGE = 'from=2026-09-20&to=2026-10-20';

interface Row {
  objectId: string;
  day: string | null;
  hour: number | null;
  segment: string | null;
  metrics: Record<string, string | null>;
  final: boolean;
  provisional: string[];
}
interface Report {
  currency: string;
  timeZone: string;
  asOf: string;
  items: Row[];
  warnings: unknown[];
  nextCursor?: string;
}

let tenant: AdTenant;
let api: ApiClient;
let us: string;
let japan: string;

beforeAll(async () => {
  tenant = await adTenant(connector());
  ({ api } = tenant);
  const idOf = (currency: string) =>
    tenant.accounts.find((one) => one.currency === currency)?.advertiserId ?? '';
  [us, japan] = [idOf('USD'), idOf('JPY')];
});

async function report(query: string, accountId = us): Promise<Report> {
  const { status, body } = await api.get<Report>(`/api/ads/metrics?accountId=${accountId}&${query}`);
  expect({ status, detail: body }).toMatchObject({ status: 200 });
  return body;
}

async function refusal(query: string, accountId = us): Promise<ProblemBody> {
  const { status, body } = await api.get<ProblemBody>(`/api/ads/metrics?accountId=${accountId}&${query}`);
  expect(status).toBeGreaterThanOrEqual(400);
  return body;
}

const cents = (rows: Row[], name: string): number =>
  rows.reduce((sum, { metrics }) => sum + Math.round(Number(metrics[name]) * 100), 0);

describe('GET /api/ads/metrics', () => {
  it('answers totals of each campaign as decimals, with currency, zone and time of the reading', async () => {
    const page = await report(`${RANGE}&metrics=spend,impressions,campaign_name,skan_result`);
    expect(page).toMatchObject({
      accountId: us,
      level: 'campaign',
      step: 'total',
      breakdown: 'none',
      source: 'live',
      currency: 'USD',
      timeZone: 'America/New_York',
      asOf: expect.any(String),
      warnings: [],
    });
    expect(page.items.map(({ metrics }) => metrics.campaign_name).toSorted()).toEqual([
      'Always on',
      'Autumn sale',
    ]);
    for (const { objectId, metrics, day } of page.items) {
      expect(objectId).toMatch(/^\d{16,19}$/);
      expect(metrics.spend).toMatch(/^\d+\.\d\d$/);
      expect(metrics.impressions).toMatch(/^\d+$/);
      expect(metrics.skan_result).toBeNull();
      expect(day).toBeNull();
    }
  });

  it('splits 31 days into two calls, each day once, and takes the total from TikTok', async () => {
    const before = await connector().sandbox.calls(REPORT);
    const days = await report(`${RANGE}&level=account&step=day&metrics=spend,reach`);
    const more = await report(
      `${RANGE}&level=account&step=day&metrics=spend,reach&cursor=${days.nextCursor}`,
    );
    expect((await connector().sandbox.calls(REPORT)) - before).toBe(2);
    const rows = [...days.items, ...more.items];
    expect(new Set(rows.map(({ day }) => day)).size).toBe(31);
    expect(more.nextCursor).toBeUndefined();

    const { items } = await report(`${RANGE}&level=account&metrics=spend,reach`);
    expect(items).toHaveLength(1);
    expect(cents(items, 'spend')).toBe(cents(rows, 'spend'));
    const added = rows.reduce((sum, { metrics }) => sum + Number(metrics.reach), 0);
    expect(Number(items[0]?.metrics.reach)).toBeLessThan(added);
  });

  it('returns each row once in pages of any size', async () => {
    const query = `${RANGE}&level=ad&step=day&metrics=spend`;
    const whole: Row[] = [];
    for (let cursor = ''; ;) {
      const page = await report(`${query}&limit=100${cursor}`);
      expect(page.items.length).toBeLessThanOrEqual(100);
      whole.push(...page.items);
      if (page.nextCursor === undefined) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(whole).toHaveLength(8 * 31);
    expect(new Set(whole.map(({ objectId, day }) => `${objectId}/${day}`)).size).toBe(8 * 31);
  });

  it('asks for more than 100 ids in batches', async () => {
    const { items } = await report(`${RANGE}&level=ad&metrics=spend`);
    const known = items.map(({ objectId }) => objectId);
    const others = Array.from({ length: 100 }, (_, index) => `99${index}`);
    const ids = [...known.slice(0, 4), ...others, ...known.slice(4, 6)].join(',');
    const first = await report(`${RANGE}&level=ad&metrics=spend&ids=${ids}`);
    const second = await report(`${RANGE}&level=ad&metrics=spend&ids=${ids}&cursor=${first.nextCursor}`);
    expect(first.items.map(({ objectId }) => objectId).toSorted()).toEqual(known.slice(0, 4).toSorted());
    expect(second.items.map(({ objectId }) => objectId).toSorted()).toEqual(known.slice(4, 6).toSorted());
    expect(second.nextCursor).toBeUndefined();
  });

  it('limits ads to campaigns, and splits figures by gender and by country', async () => {
    const [campaign] = (await report(`${RANGE}&metrics=spend`)).items;
    const id = campaign?.objectId ?? '';
    const ads = await report(`${RANGE}&level=ad&campaignIds=${id}&metrics=spend`);
    expect(ads.items).toHaveLength(4);
    expect(cents(ads.items, 'spend')).toBe(cents(campaign ? [campaign] : [], 'spend'));
    const genders = await report(`${RANGE}&ids=${id}&breakdown=gender&metrics=impressions`);
    expect(genders.items.map(({ segment }) => segment).toSorted()).toEqual(['FEMALE', 'MALE', 'NONE']);
    const countries = await report(`${RANGE}&ids=${id}&breakdown=country&metrics=impressions,reach`);
    expect(countries.items.map(({ segment }) => segment)).toEqual(['US']);
  });

  it('answers hours of a day in the account’s zone', async () => {
    const { items, timeZone } = await report(
      'from=2026-10-05&to=2026-10-05&level=account&step=hour&metrics=spend',
      japan,
    );
    expect(timeZone).toBe('Asia/Tokyo');
    expect(items.map(({ hour }) => hour)).toEqual(Array.from({ length: 24 }, (_, hour) => hour));
    expect(new Set(items.map(({ day }) => day))).toEqual(new Set(['2026-10-05']));
  });

  it('says which figures are final', async () => {
    const old = await report('from=2026-10-01&to=2026-10-01&metrics=spend,conversion');
    expect(old.items[0]).toMatchObject({ final: true, provisional: [] });
    const today = new Date().toISOString().slice(0, 10);
    const fresh = await report(`from=${today}&to=${today}&metrics=spend,conversion`);
    expect(fresh.items[0]).toMatchObject({ final: false, provisional: ['spend', 'conversion'] });
  });

  it('includes deleted ads', async () => {
    const { items } = await report(`${RANGE}&level=ad&metrics=spend`, japan);
    const gone = items[0]?.objectId ?? '';
    await deleteAd(japan, gone);
    const after = await report(`${RANGE}&level=ad&metrics=spend`, japan);
    expect(after.items.map(({ objectId }) => objectId)).toContain(gone);
    expect(after.items).toHaveLength(items.length);
  });

  it('streams the same rows as CSV', async () => {
    const query = `accountId=${us}&${RANGE}&level=ad&step=day&metrics=spend,ad_name`;
    const { headers, body } = await api
      .withoutContract()
      .with({ accept: 'text/csv' })
      .get<{ text: string }>(`/api/ads/metrics?${query}`);
    expect(headers.get('content-type')).toMatch(/^text\/csv/);
    const [header, ...lines] = body.text.trimEnd().split('\r\n');
    expect(header).toMatch(/^accountId,level,objectId,day,.*,spend,ad_name$/);
    expect(lines).toHaveLength(8 * 31);
    const { items } = await report(`${RANGE}&level=ad&step=day&metrics=spend,ad_name&limit=1000`);
    const keyed = new Map(lines.map((line) => [line.split(',').slice(2, 4).join('/'), line]));
    for (const { objectId, day, metrics } of items)
      expect(keyed.get(`${objectId}/${day}`)).toContain(`${metrics.spend},${metrics.ad_name}`);
  });

  it('answers the same to the provider’s call', async () => {
    const wanted = { accountId: us, from: '2026-09-20', to: '2026-10-20', metrics: ['spend', 'clicks'] };
    const posted = await api.provider<Report>('get-ad-metrics', wanted);
    const got = await report(`${RANGE}&metrics=spend,clicks`);
    expect(posted.status).toBe(200);
    expect(posted.body.items).toEqual(got.items);
  });
});

describe('GET /api/ads/metrics refuses, before TikTok is called,', () => {
  const refused: [string, string, string[]][] = [
    ['a metric that the level does not have', `${RANGE}&metrics=ad_name`, ['metric_level']],
    [
      'a metric that the breakdown does not have',
      `${RANGE}&breakdown=age&metrics=reach`,
      ['metric_breakdown'],
    ],
    ['a metric that is unknown', `${RANGE}&metrics=impression`, ['metric_unknown']],
    ['hours by gender', `${RANGE}&breakdown=gender&step=hour&metrics=spend`, ['step_breakdown']],
    ['days in the wrong order', 'from=2026-10-02&to=2026-10-01', ['range_order']],
    ['a total of more than a year', 'from=2025-01-01&to=2026-10-01', ['range_length']],
    ['ids of an account', `${RANGE}&level=account&ids=1`, ['ids_level']],
  ];
  it.each(refused)('%s', async (_, query, rules) => {
    const before = await connector().sandbox.calls(REPORT);
    const { code, errors } = await refusal(query);
    expect(code).toBe('metrics_incompatible');
    expect(errors?.map((error) => (error as { rule?: string }).rule)).toEqual(rules);
    expect(await connector().sandbox.calls(REPORT)).toBe(before);
  });

  it.each([
    ['from', 'from=2026-02-30&to=2026-10-01'],
    ['to', 'from=2026-10-01'],
    ['level', `${RANGE}&level=adgroup`],
    ['ids', `${RANGE}&ids=abc`],
    ['metrics', `${RANGE}&metrics=`],
    ['limit', `${RANGE}&limit=1001`],
  ])('an invalid %s', async (field, query) => {
    const { status, errors } = await refusal(query);
    expect(status).toBe(400);
    expect(errors?.map((error) => error.field)).toContain(field);
  });

  it('an id that is a number', async () => {
    const wanted = { accountId: us, from: '2026-09-20', to: '2026-10-20', ids: [7_000_000_000_000_000_000] };
    const { status, body } = await api.provider<ProblemBody>('get-ad-metrics', wanted);
    expect(status).toBe(400);
    expect(body.errors?.map(({ field }) => field)).toContain('ids');
  });

  it('a cursor of another query', async () => {
    const { nextCursor } = await report(`${RANGE}&level=ad&metrics=spend&limit=1`);
    const { status, errors } = await refusal(`${RANGE}&level=ad&metrics=clicks&cursor=${nextCursor}`);
    expect([status, errors?.[0]?.field]).toEqual([400, 'cursor']);
  });

  it('an account that is not connected to the organisation', async () => {
    expect(await refusal(RANGE, '7000000000000000000')).toMatchObject({
      status: 403,
      code: 'ad_account_not_connected',
    });
    const foreign = await connector().api().get<ProblemBody>(`/api/ads/metrics?accountId=${us}&${RANGE}`);
    expect(foreign).toMatchObject({ status: 403, body: { code: 'ad_account_not_connected' } });
  });
});

describe('when TikTok fails', () => {
  it('answers 503 instead of a broken CSV', async () => {
    await connector().sandbox.fault({ match: REPORT, kind: 'http500_html', times: 3 });
    const { status } = await api
      .withoutContract()
      .with({ accept: 'text/csv' })
      .get(`/api/ads/metrics?accountId=${us}&${RANGE}`);
    await connector().sandbox.clearFaults();
    expect(status).toBe(503);
  });
});

async function deleteAd(accountId: string, adId: string): Promise<void> {
  const { app } = connector();
  await app.get(OrgContext).run(tenant.organisationId, 'test', async () => {
    const account = await app.get(AdAccountAccess, { strict: false }).find(accountId);
    await app
      .get(BusinessClient, { strict: false })
      .post(advertiserCaller(callerOf(account)), '/ad/status/update/', {
        advertiser_id: accountId,
        ad_ids: [adId],
        operation_status: 'DELETE',
      });
  });
}
