import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient, PageBody, ProblemBody } from '../../support/api-client.js';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import { adTenant, type AdTenant } from '../../support/given/ad-tenant.js';

const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate' },
  sandbox: { business: { appLevel: 'ultimate' } },
});
const [from, to] = ['2026-09-20', '2026-10-20'];
const METRICS = 'spend,reach,conversion';

interface Row {
  objectId: string;
  day: string;
  metrics: Record<string, string | null>;
  final: boolean;
}

let tenant: AdTenant;
let api: ApiClient;
let accountId: string;

beforeAll(async () => {
  tenant = await adTenant(connector());
  ({ api } = tenant);
  accountId = tenant.accounts.find(({ currency }) => currency === 'USD')?.advertiserId ?? '';
});

async function rowsOf(source: 'live' | 'stored', level: string, more = ''): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor = ''; ;) {
    const query = `accountId=${accountId}&from=${from}&to=${to}&level=${level}&step=day&metrics=${METRICS}&source=${source}`;
    const { status, body } = await api.get<PageBody<Row>>(
      `/api/ads/metrics?${query}&limit=50${more}${cursor}`,
    );
    expect(status).toBe(200);
    rows.push(...body.items);
    if (body.nextCursor === undefined) break;
    cursor = `&cursor=${body.nextCursor}`;
  }
  return rows.toSorted((a, b) => `${a.day}/${a.objectId}`.localeCompare(`${b.day}/${b.objectId}`));
}

interface Run {
  rows: number;
  deleted: number;
  complete: boolean;
}

async function sync(level: string): Promise<Run> {
  const { status, body } = await api.post<Run>('/api/ads/metrics/sync', { accountId, from, to, level });
  expect({ status, body }).toMatchObject({ status: 200 });
  return body;
}

describe('POST /api/ads/metrics/sync', () => {
  it('stores what GET /api/ads/metrics then returns with source=stored', async () => {
    expect(await sync('ad')).toMatchObject({ rows: 8 * 31, deleted: 0, complete: true });
    const stored = await rowsOf('stored', 'ad');
    expect(stored).toEqual(await rowsOf('live', 'ad'));
    expect(stored.every(({ final }) => final)).toBe(true);
    const some = stored.slice(0, 2).map(({ objectId }) => objectId);
    expect(await rowsOf('stored', 'ad', `&ids=${some.join(',')}`)).toHaveLength(2 * 31);
  });

  it('replaces what TikTok has changed, and deletes what it no longer reports', async () => {
    await sync('account');
    const before = await rowsOf('stored', 'account');
    const change = { advertiserId: accountId, figures: [] };
    await connector().sandbox.control('/business/metrics/restate', {
      ...change,
      day: '2026-09-25',
      factor: 2,
    });
    await connector().sandbox.control('/business/metrics/restate', {
      ...change,
      day: '2026-09-26',
      factor: 0,
    });

    expect(await sync('account')).toMatchObject({ rows: 30, deleted: 1, complete: true });

    const after = new Map((await rowsOf('stored', 'account')).map((row) => [row.day, row.metrics]));
    const earlier = new Map(before.map((row) => [row.day, row.metrics]));
    expect(after.get('2026-09-24')).toEqual(earlier.get('2026-09-24'));
    const ratio = Number(after.get('2026-09-25')?.spend) / Number(earlier.get('2026-09-25')?.spend);
    expect(ratio).toBeCloseTo(2, 1);
    expect(after.has('2026-09-26')).toBe(false);
  });

  it('keeps decimals exactly, and null where TikTok has no value', async () => {
    await sync('campaign');
    const [row] = await connector().database.query<{ metrics: Record<string, unknown>; currency: string }>(
      `SELECT metrics, currency FROM ad_metrics WHERE organisation_id = $1 AND level = 'campaign' LIMIT 1`,
      [tenant.organisationId],
    );
    expect(row?.currency).toBe('USD');
    expect(row?.metrics.spend).toMatch(/^\d+\.\d\d$/);
  });

  it('shows nothing to another organisation with the same account', async () => {
    const other = await adTenant(connector());
    const query = `accountId=${accountId}&from=${from}&to=${to}&step=day&source=stored`;
    const { status, body } = await other.api.get<PageBody<Row>>(`/api/ads/metrics?${query}`);
    expect({ status, items: body.items }).toEqual({ status: 200, items: [] });
  });

  it('streams stored rows as CSV', async () => {
    const query = `accountId=${accountId}&from=${from}&to=${to}&level=ad&step=day&source=stored`;
    const { body } = await api
      .withoutContract()
      .with({ accept: 'text/csv' })
      .get<{ text: string }>(`/api/ads/metrics?${query}`);
    expect(body.text.trimEnd().split('\r\n')).toHaveLength(1 + 8 * 31);
  });

  it('refuses viewers, ranges that are too long, and cursors of others', async () => {
    const body = { accountId, from, to };
    const viewer = connector().api(tenant.organisationId, 'viewer');
    expect((await viewer.post('/api/ads/metrics/sync', body)).status).toBe(403);
    const long = await api.post<ProblemBody>('/api/ads/metrics/sync', { ...body, from: '2015-01-01' });
    expect(long).toMatchObject({ status: 400, body: { errors: [{ field: 'to' }] } });
    const cursor = Buffer.from('["9","1","2026-01-01T00:00:00.000Z","0"]').toString('base64url');
    const foreign = await api.post<ProblemBody>('/api/ads/metrics/sync', { ...body, cursor });
    expect(foreign).toMatchObject({ status: 400, body: { errors: [{ field: 'cursor' }] } });
  });
});

describe('GET /api/ads/metrics?source=stored', () => {
  it.each([
    ['step', 'step=total'],
    ['breakdown', 'step=day&breakdown=gender&metrics=spend'],
    ['metrics', 'step=day&metrics=spend,campaign_name'],
    ['campaignIds', 'step=day&level=ad&campaignIds=1'],
  ])('refuses another %s than it has', async (field, query) => {
    const { body } = await api.get<ProblemBody>(
      `/api/ads/metrics?accountId=${accountId}&from=${from}&to=${to}&source=stored&${query}`,
    );
    expect(body).toMatchObject({ status: 400, code: 'metrics_not_stored', errors: [{ field }] });
  });

  it.each(['20261399', '20260230', '99999999999'])('refuses a cursor at the day %s', async (day) => {
    const cursor = Buffer.from(JSON.stringify([day, '1'])).toString('base64url');
    const { body } = await api.get<ProblemBody>(
      `/api/ads/metrics?accountId=${accountId}&from=${from}&to=${to}&source=stored&step=day&cursor=${cursor}`,
    );
    expect(body).toMatchObject({ status: 400, errors: [{ field: 'cursor' }] });
  });
});

it('deleting the data of an integration deletes its stored figures', async () => {
  const other = await adTenant(connector());
  const body = { accountId, from, to, level: 'account' };
  expect((await other.api.post('/api/ads/metrics/sync', body)).status).toBe(200);
  const count = async (): Promise<number> => {
    const sql = `SELECT 1 FROM ad_metrics WHERE organisation_id = $1`;
    return (await connector().database.query(sql, [other.organisationId])).length;
  };
  expect(await count()).toBeGreaterThan(0);
  const { body: integrations } = await other.api.get<PageBody<{ id: string }>>('/api/integrations');
  await other.api.delete(`/api/integrations/${integrations.items[0]?.id}/data`);
  await eventually(async () => (await count()) === 0);
});
