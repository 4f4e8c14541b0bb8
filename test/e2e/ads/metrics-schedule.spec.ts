import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { ApiClient, ProblemBody } from '../../support/api-client.js';
import { AccountSync, type AccountPlace, type KeepPlace } from '../../../src/ads/index.js';
import { OrgContext } from '../../../src/database/index.js';
import { AdAccountAccess } from '../../../src/integrations/index.js';
import { useConnector } from '../../support/connector.js';
import { AdsAccount, WITH_ADS } from '../../support/given/ads-account.js';

const connector = useConnector(WITH_ADS);
const REPORT = 'GET /open_api/v1.3/report/integrated/get/';
const CAMPAIGNS = 'GET /open_api/v1.3/campaign/get/';
const DAY_SECONDS = 86_400;
const LEVELS = ['account', 'campaign', 'ad_group', 'ad'];

interface Run {
  status: string;
  cursor: string | null;
  items: number;
  warnings: { part: string; code: string; message: string }[];
  error: string | null;
}
interface Reconciled {
  day: string;
  level: string;
  rows: number;
  readAt: string;
  totals: { spend: string | null };
  residual: { spend: string | null; causes: { code: string; message: string }[] } | null;
}

let offset = 0;
let ads: AdsAccount;
let whole: AdsAccount;
let broken: AdsAccount;

/** Moves the clocks of the service and of TikTok together. */
async function pass(seconds: number): Promise<void> {
  offset += seconds;
  connector().moveClock(offset);
  await connector().sandbox.control('/clock', { advanceSeconds: seconds });
}

const now = (): number => Date.now() + offset * 1000;
const dayBefore = (days: number): string =>
  new Date(now() - days * DAY_SECONDS * 1000).toISOString().slice(0, 10);

async function runOf(id: string): Promise<Run> {
  const [run] = await connector().database.query<Run & Record<string, unknown>>(
    'SELECT status, cursor, items, warnings, last_error AS error FROM sync_runs WHERE id = $1',
    [id],
  );
  if (!run) throw new Error('there is no such run');
  return run;
}

async function begin(api: ApiClient): Promise<string> {
  const wanted = { platform: 'tiktok', syncType: 'ads' };
  const { status, body } = await api.post<{ runIds: string[] }>('/api/sync/trigger', wanted);
  expect({ status, body }).toMatchObject({ status: 202 });
  return body.runIds[0] ?? '';
}

async function ended(id: string): Promise<Run> {
  return await eventually(async () => {
    await connector().hurry('sync');
    const run = await runOf(id);
    return !['queued', 'running'].includes(run.status) && run;
  }, 30_000);
}

async function sync(account = ads): Promise<Run> {
  const run = await ended(await begin(account.api));
  expect(run).toMatchObject({ status: 'succeeded' });
  return run;
}

/** Days of an account's level that were read, with the number of seconds since the reading. */
async function readDays(accountId: string, level: string): Promise<{ day: string; at: string }[]> {
  return await connector().database.query(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, read_at::text AS at FROM ad_metric_readings
     WHERE organisation_id = $1 AND account_id = $2 AND level = $3 ORDER BY day`,
    [ads.organisationId, accountId, level],
  );
}

async function compared(accountId = ads.accountId, owner = ads): Promise<Reconciled[]> {
  const query = `accountId=${accountId}&from=${dayBefore(60)}&to=${dayBefore(0)}`;
  const { status, body } = await owner.api.get<{ items: Reconciled[] }>(
    `/api/ads/metrics/reconciliation?${query}`,
  );
  expect({ status, body }).toMatchObject({ status: 200 });
  return body.items;
}

async function storedSpend(day: string): Promise<{ objectId: string; spend: string; final: boolean }[]> {
  const rows = await connector().database.query<{ objectId: string; spend: string; final: boolean }>(
    `SELECT object_id AS "objectId", metrics->>'spend' AS spend, final FROM ad_metrics
     WHERE organisation_id = $1 AND account_id = $2 AND level = 'ad' AND day = $3 ORDER BY object_id`,
    [ads.organisationId, ads.accountId, day],
  );
  return [...rows];
}

async function restate(day: string, factor: number): Promise<void> {
  const change = { advertiserId: ads.accountId, figures: [], day, factor };
  await connector().sandbox.control('/business/metrics/restate', change);
}

beforeAll(async () => {
  ads = await AdsAccount.connect(connector());
  whole = await AdsAccount.connect(connector());
  broken = await AdsAccount.connect(connector());
  // Half an hour after TikTok's correction.
  const wanted = new Date().setUTCHours(12, 30, 0, 0);
  await pass(Math.ceil((wanted - Date.now()) / 1000) + (wanted < Date.now() ? DAY_SECONDS : 0));
}, 30_000);

describe('a sync of ads', () => {
  it('reads the objects and 28 days of each account, up to its yesterday', async () => {
    const { items, warnings } = await sync();
    expect(warnings).toEqual([]);
    expect(items).toBeGreaterThan(0);
    for (const accountId of ads.accountIds)
      for (const level of LEVELS) {
        const days = (await readDays(accountId, level)).map(({ day }) => day);
        expect({ level, days }).toEqual({
          level,
          days: Array.from({ length: 28 }, (_, index) => dayBefore(28 - index)),
        });
      }
    expect((await ads.list('campaigns')).length).toBeGreaterThan(0);
  });

  it('finds that the sums of all levels agree', async () => {
    for (const accountId of ads.accountIds) {
      const items = await compared(accountId);
      expect(items).toHaveLength(28 * LEVELS.length);
      expect(items.filter(({ level, residual }) => (residual === null) !== (level === 'account'))).toEqual(
        [],
      );
      expect(items.flatMap(({ residual }) => residual?.causes ?? [])).toEqual([]);
      expect(items.some(({ totals }) => Number(totals.spend) > 0)).toBe(true);
    }
  });

  it('asks TikTok for no figures while nothing is due', async () => {
    const before = await connector().sandbox.calls(REPORT);
    await sync();
    expect(await connector().sandbox.calls(REPORT)).toBe(before);
  });

  it('reads the days of the first week, and those of 14, 21 and 28 days again a day later', async () => {
    const week = dayBefore(6);
    const older = dayBefore(9);
    const before = [await storedSpend(week), await storedSpend(older)];
    await restate(week, 0.5);
    await restate(older, 0.5);
    const earlier = new Map((await readDays(ads.accountId, 'ad')).map(({ day, at }) => [day, at]));
    await pass(DAY_SECONDS);
    await sync();

    const again = (await readDays(ads.accountId, 'ad')).filter(({ day, at }) => earlier.get(day) !== at);
    expect(again.map(({ day }) => day)).toEqual([29, 21, 14, 7, 6, 5, 4, 3, 2, 1].map(dayBefore));
    const [first, second] = [await storedSpend(week), await storedSpend(older)];
    expect(Number(first[0]?.spend) / Number(before[0]?.[0]?.spend)).toBeCloseTo(0.5, 1);
    expect(second).toEqual(before[1]);
    expect(first.every(({ final }) => !final)).toBe(true);
    expect((await storedSpend(dayBefore(29))).every(({ final }) => final)).toBe(true);
  });

  it('keeps the figures of an ad that was deleted, so that the sums agree', async () => {
    const [ad] = await storedSpend(dayBefore(3));
    await ads.setStatusAtTikTok('manual', 'ad', [ad?.objectId ?? ''], 'DELETE');
    await pass(DAY_SECONDS);
    await sync();

    expect(await ads.read('ads', ad?.objectId ?? '')).toMatchObject({ status: 'DELETE' });
    expect((await storedSpend(dayBefore(4))).map(({ objectId }) => objectId)).toContain(ad?.objectId);
    const days = (await compared()).filter(({ day }) => day >= dayBefore(7));
    expect(days.flatMap(({ residual }) => residual?.causes ?? [])).toEqual([]);
  });

  it('names a difference that appears when one level was read later', async () => {
    const day = dayBefore(9);
    await restate(day, 0.5);
    await pass(2 * 3600);
    const wanted = { accountId: ads.accountId, level: 'ad', from: day, to: day };
    expect((await ads.api.post('/api/ads/metrics/sync', wanted)).status).toBe(200);
    const item = (await compared()).find((one) => one.day === day && one.level === 'ad');
    expect(Number(item?.residual?.spend)).toBeGreaterThan(0);
    expect(item?.residual?.causes).toEqual([expect.objectContaining({ code: 'read_apart' })]);
  });

  it('goes on with the other accounts if TikTok refuses one, and says what to do', async () => {
    const [refused = '', other = ''] = ads.accountIds.toSorted();
    await connector().sandbox.control(`/business/advertisers/${refused}`, { revoke: true });
    const before = await connector().database.query('SELECT max(read_at) AS at FROM ad_metric_readings');
    await pass(DAY_SECONDS);
    const run = await sync();
    await connector().sandbox.control(`/business/advertisers/${refused}`, { grant: true });

    expect(run.warnings).toEqual([
      { part: refused, code: '40001', message: expect.stringContaining('Ask an administrator') },
    ]);
    const later = (await readDays(other, 'campaign')).filter(
      ({ at }) => new Date(at) > (before[0]?.at as Date),
    );
    expect(later).toHaveLength(10);
  });
});

describe('a sync of ads that was interrupted', () => {
  it('continues at the range where it stopped, and stores what it would have stored', async () => {
    const counts = async () => [
      await connector().sandbox.calls(REPORT),
      await connector().sandbox.calls(CAMPAIGNS),
    ];
    const before = await counts();
    await sync(whole);
    const between = await counts();
    // Each call is tried three times.
    await connector().sandbox.fault({ match: REPORT, kind: 'http500_html', after: 5, times: 3 });
    const id = await begin(broken.api);
    await eventually(async () => (await runOf(id)).error !== null, 20_000);
    const stopped = await runOf(id);
    expect(JSON.parse(stopped.cursor ?? '[]')).toContain(broken.accountIds.toSorted()[1]);
    await ended(id);
    const after = await counts();

    const [reports = 0, campaigns = 0] = between.map((count, index) => count - (before[index] ?? 0));
    expect(after.map((count, index) => count - (between[index] ?? 0))).toEqual([reports + 3, campaigns]);
    const rows = (owner: AdsAccount) =>
      connector().database.query(
        `SELECT account_id, level, day::text, object_id, metrics FROM ad_metrics WHERE organisation_id = $1
         ORDER BY account_id, level, day, object_id`,
        [owner.organisationId],
      );
    expect(await rows(broken)).toEqual(await rows(whole));
  });
});

it('refreshes today with each sync where that is wanted', async () => {
  const { app, database, config } = connector();
  const policy = { ...config.sync.policy, adsToday: true };
  const today = async () => {
    await app.get(OrgContext).run(ads.organisationId, 'a test', async () => {
      const account = await app.get(AdAccountAccess, { strict: false }).find(ads.accountId);
      const keep: KeepPlace = async (_, __, write) => {
        if (write) await app.get(OrgContext).transaction(write);
      };
      await app.get(AccountSync, { strict: false }).run(account, policy, undefined, keep);
    });
    const [row] = await database.query<{ final: boolean; at: Date }>(
      `SELECT final, as_of AS at FROM ad_metrics
       WHERE organisation_id = $1 AND account_id = $2 AND level = 'account' AND day = $3`,
      [ads.organisationId, ads.accountId, dayBefore(0)],
    );
    return row;
  };
  const first = await today();
  await pass(60);
  const second = await today();
  expect([first?.final, second?.final]).toEqual([false, false]);
  expect(second?.at.getTime()).toBeGreaterThan(first?.at.getTime() ?? Infinity);
});

it('continues within a range, whose days count as read with its last page', async () => {
  const { app, database, config } = connector();
  const [from, to] = [dayBefore(70), dayBefore(29)];
  const accountId = whole.accountId;
  const parts = 9;
  // The second of two calls: the first one was read before.
  const cursor = Buffer.from(JSON.stringify(['1', '1', new Date(now()).toISOString(), '0'])).toString(
    'base64url',
  );
  const calls = await connector().sandbox.calls(REPORT);
  const places: AccountPlace[] = [];
  await app.get(OrgContext).run(whole.organisationId, 'a test', async () => {
    const account = await app.get(AdAccountAccess, { strict: false }).find(accountId);
    const start = { part: parts, range: { from, to, cursor } };
    const keep: KeepPlace = async (place, _, write) => {
      places.push(place);
      if (write) await app.get(OrgContext).transaction(write);
    };
    const problem = await app
      .get(AccountSync, { strict: false })
      .run(account, config.sync.policy, start, keep);
    expect(problem).toBeUndefined();
  });
  expect((await connector().sandbox.calls(REPORT)) - calls).toBe(1);
  expect(places).toEqual([{ part: parts }, { part: parts + 1 }]);
  const [row] = await database.query<{ rows: number; days: number }>(
    `SELECT (SELECT count(DISTINCT day)::int FROM ad_metrics WHERE organisation_id = $1 AND level = 'ad' AND day <= $2) AS rows,
       count(*)::int AS days FROM ad_metric_readings
     WHERE organisation_id = $1 AND account_id = $3 AND level = 'ad' AND day <= $2`,
    [whole.organisationId, to, accountId],
  );
  expect(row).toEqual({ rows: 12, days: 42 });
});

describe('GET /api/ads/metrics/reconciliation', () => {
  it('refuses an account that is not connected, and ranges that are too long', async () => {
    const from = dayBefore(100);
    const ask = (query: string) => ads.api.get<ProblemBody>(`/api/ads/metrics/reconciliation?${query}`);
    const foreign = await ask(`accountId=7000000000000000000&from=${dayBefore(1)}&to=${dayBefore(1)}`);
    expect(foreign).toMatchObject({ status: 403, body: { code: 'ad_account_not_connected' } });
    const long = await ask(`accountId=${ads.accountId}&from=${from}&to=${dayBefore(0)}`);
    expect(long).toMatchObject({ status: 400, body: { errors: [{ field: 'to', rule: 'range_length' }] } });
    const wrong = await ask(`accountId=${ads.accountId}&from=${dayBefore(0)}&to=${from}`);
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ field: 'to', rule: 'range_order' }] } });
  });
});
