import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import type { AdTenant } from '../../support/given/ad-tenant.js';
import {
  endedLaunch,
  launchBody,
  reviewedLaunch,
  type Launch,
  type LaunchParts,
  launchTenant,
  withLaunches,
} from '../../support/given/launches.js';

const connector = useConnector(
  withLaunches({ ADS_SETTLE_SECONDS: '10' }, { reviewMs: 600_000, appRateLimits: false }),
);

let tenant: AdTenant;
let parts: LaunchParts;
beforeAll(async () => {
  ({ tenant, parts } = await launchTenant(connector()));
}, 60_000);
afterEach(() => connector().sandbox.clearFaults());

const FAMILIES = [
  ['us_plus', 'WEB_CONVERSIONS'],
  ['manual', 'TRAFFIC'],
] as const;

/** Launches until TikTok reviews the ads. */
async function inReview(objective: 'WEB_CONVERSIONS' | 'TRAFFIC', over: object): Promise<Launch> {
  const answer = await tenant.api.post<Launch>(
    '/api/ads/launches',
    launchBody(objective, parts, { ...over }),
  );
  expect(answer).toMatchObject({ status: 202 });
  return await reviewedLaunch(connector(), tenant.api, answer.body.launchId);
}

const objectOf = ({ plan }: Launch, key: string) => plan.find((step) => step.key === key)?.objectId ?? '';

/** Sets a status as a user, as soon as TikTok takes another write to the object. */
async function set(level: string, id: string, status: string): Promise<void> {
  const body = { level, accountId: tenant.accountId, ids: [id], status };
  await eventually(async () => {
    const answer = await tenant.api.post<{ done: number }>('/api/ads/status', body);
    return answer.body.done === 1;
  }, 10_000);
}

async function approve({ plan }: Launch): Promise<void> {
  for (const { kind, objectId } of plan)
    if (kind === 'ad') await connector().sandbox.control(`/business/ads/${objectId}`, { action: 'approve' });
}

async function resumed(id: string): Promise<Launch> {
  expect(await tenant.api.post(`/api/ads/launches/${id}/resume`, {})).toMatchObject({ status: 200 });
  return await ended(id);
}

const ended = (id: string) => endedLaunch(connector(), tenant.api, id);

interface Row {
  id: string;
  operationStatus: string;
}

async function statusAtTikTok(id: string): Promise<string | undefined> {
  const state = await connector().sandbox.read<Record<string, Row[]>>('/business/state');
  const rows = [state.campaigns, state.adgroups, state.smartPlusAds, state.ads].flatMap((some) => some ?? []);
  return rows.find((row) => row.id === id)?.operationStatus;
}

interface Answer {
  results: { id: string; result: string }[];
  done: number;
}

const pause = (ids: string[]) =>
  tenant.api.post<Answer>('/api/ads/status', {
    level: 'ad',
    accountId: tenant.accountId,
    ids,
    status: 'pause',
  });

/** Waits until TikTok takes another write to each of them. */
async function passed(ids: string[]): Promise<void> {
  await eventually(async () => {
    const rows = await connector().database.query(
      `SELECT 1 FROM ad_changes WHERE object_id = ANY($1) AND greatest(sent_at, finished_at) > now() - interval '5.2 s'`,
      [ids],
    );
    return rows.length === 0;
  }, 10_000);
}

/** Between two calls about one object, its create included. */
async function shortestPauseMs(id: string): Promise<number> {
  const rows = await connector().database.query<{ at: Date }>(
    'SELECT sent_at AS at FROM ad_changes WHERE object_id = $1 ORDER BY sent_at',
    [id],
  );
  const pauses = rows.slice(1).map(({ at }, index) => at.getTime() - (rows[index]?.at.getTime() ?? 0));
  return Math.min(...pauses);
}

describe.each(FAMILIES)(
  'an object that a user stops while TikTok reviews a launch by %s',
  (family, objective) => {
    it('stays paused, and the launch is partly live', async () => {
      const launch = await inReview(objective, { adsEach: 2, name: `${family} one ad` });
      const [paused, other] = [objectOf(launch, 'ad:0.0'), objectOf(launch, 'ad:0.1')];
      await set('ad', paused, 'pause');
      await approve(launch);

      const done = await ended(launch.launchId);

      expect(done).toMatchObject({
        status: 'partly_live',
        keptObjects: [{ id: paused, name: 'Ad 0.0', status: 'paused', by: 'user', userId: 'tester' }],
      });
      const step = done.plan.find(({ kind }) => kind === 'enable_ads');
      expect(step?.message).toMatch(
        /^Not enabled: “Ad 0\.0” \(paused by the user tester, \d{4}-.*POST \/api\/ads\/status/,
      );
      expect([await statusAtTikTok(paused), await statusAtTikTok(other)]).toEqual(['DISABLE', 'ENABLE']);
      expect(await statusAtTikTok(done.campaignId ?? '')).toBe('ENABLE');
    }, 60_000);

    it('keeps a campaign paused until the user resumes the launch', async () => {
      const launch = await inReview(objective, { name: `${family} campaign` });
      const campaignId = launch.campaignId ?? '';
      await set('campaign', campaignId, 'pause');
      await approve(launch);

      const stopped = await ended(launch.launchId);

      expect(stopped).toMatchObject({
        status: 'failed',
        failCode: 'paused_by_user',
        keptObjects: [{ id: campaignId }],
      });
      expect(stopped.failReason).toMatch(/paused by the user tester.*Resume the launch/);
      expect(await statusAtTikTok(objectOf(launch, 'ad:0.0'))).toBe('ENABLE');
      expect(await statusAtTikTok(campaignId)).toBe('DISABLE');

      expect(await resumed(launch.launchId)).toMatchObject({
        status: 'live',
        failCode: null,
        keptObjects: [],
      });
      expect(await statusAtTikTok(campaignId)).toBe('ENABLE');
    }, 60_000);

    it('goes live if the user enables it again', async () => {
      const launch = await inReview(objective, { name: `${family} changed mind` });
      const group = objectOf(launch, 'ad_group:0');
      await set('ad_group', group, 'pause');
      await set('ad_group', group, 'enable');
      await approve(launch);

      expect(await ended(launch.launchId)).toMatchObject({ status: 'live', keptObjects: [] });
    }, 60_000);

    it('counts as deleted, not as rejected', async () => {
      const launch = await inReview(objective, { adsEach: 2, name: `${family} deleted` });
      const deleted = objectOf(launch, 'ad:0.1');
      await set('ad', deleted, 'delete');
      await connector().sandbox.control(`/business/ads/${objectOf(launch, 'ad:0.0')}`, { action: 'approve' });

      const done = await ended(launch.launchId);

      expect(done).toMatchObject({ status: 'partly_live', rejectedAds: [] });
      expect(done.plan.find(({ kind }) => kind === 'review')?.message).toMatch(/1 of 2 ads were deleted/);
    }, 60_000);
  },
);

describe('an object that was paused in TikTok Ads Manager', () => {
  it('stays paused once the service has found that out', async () => {
    const launch = await inReview('TRAFFIC', { name: 'drifted' });
    const campaignId = launch.campaignId ?? '';
    await connector().database.query(
      `INSERT INTO ad_changes (id, organisation_id, account_id, level, family, action, object_id, actor_kind, state, body, after)
       VALUES (gen_random_uuid(), $1, $2, 'campaign', 'manual', 'drift', $3, 'ads_manager', 'succeeded', '{}',
         '{"operation_status": "DISABLE"}')`,
      [tenant.organisationId, tenant.accountId, campaignId],
    );
    await approve(launch);

    const stopped = await ended(launch.launchId);

    expect(stopped).toMatchObject({ failCode: 'paused_by_user', keptObjects: [{ by: 'ads_manager' }] });
    expect(await statusAtTikTok(campaignId)).toBe('DISABLE');
  }, 60_000);
});

describe('a pause that comes while the launch enables', () => {
  it('has the last word', async () => {
    const launch = await inReview('TRAFFIC', { name: 'late pause' });
    const campaignId = launch.campaignId ?? '';
    // The enabling is on its way for so long that the pause arrives at TikTok first, but is not looked up as lost before.
    const path = 'POST /open_api/v1.3/campaign/status/update/';
    await connector().sandbox.fault({ match: path, kind: 'slow', ms: 2000, times: 1 });
    await approve(launch);
    await eventually(async () => {
      await connector().hurry('launch');
      const rows = await connector().database.query<{ id: string }>(
        `SELECT id FROM ad_changes WHERE object_id = $1 AND action = 'status' AND state = 'sent'`,
        [campaignId],
      );
      return rows.length > 0;
    });
    await set('campaign', campaignId, 'pause');

    expect(await ended(launch.launchId)).toMatchObject({ status: 'failed', failCode: 'paused_by_user' });
    expect(await statusAtTikTok(campaignId)).toBe('DISABLE');
  }, 60_000);
});

describe('a batch that TikTok refuses for one of its ads', () => {
  it.each(FAMILIES)(
    'leaves out only that ad, by %s',
    async (family, objective) => {
      const launch = await inReview(objective, { adsEach: 3, name: `${family} one bad` });
      const path = family === 'us_plus' ? 'smart_plus/ad' : 'ad';
      const match = `POST /open_api/v1.3/${path}/status/update/`;
      // All three together, and then the first one alone.
      await connector().sandbox.fault({ match, kind: 'error_code', code: '40002', times: 2 });
      await approve(launch);

      const done = await ended(launch.launchId);

      expect(done).toMatchObject({ status: 'partly_live', failCode: null });
      const ids = [0, 1, 2].map((index) => objectOf(launch, `ad:0.${index}`));
      const statuses = await Promise.all(ids.map(statusAtTikTok));
      expect(statuses.toSorted()).toEqual(['DISABLE', 'ENABLE', 'ENABLE']);
      if (family === 'us_plus')
        for (const id of ids) expect(await shortestPauseMs(id)).toBeGreaterThanOrEqual(5000);
    },
    60_000,
  );
});

describe('POST /api/ads/status for Upgraded Smart+ ads', () => {
  it('sends the ads of a refused batch alone, 5 s later', async () => {
    const launch = await inReview('WEB_CONVERSIONS', { adsEach: 3, name: 'paused by a request' });
    const ids = [0, 1, 2].map((index) => objectOf(launch, `ad:0.${index}`));
    await passed(ids);
    const match = 'POST /open_api/v1.3/smart_plus/ad/status/update/';
    await connector().sandbox.fault({ match, kind: 'error_code', code: '40002', times: 1 });

    const { body } = await pause(ids);

    expect(body).toMatchObject({ done: 3, results: ids.map((id) => ({ id, result: 'done' })) });
    for (const id of ids) expect(await shortestPauseMs(id)).toBeGreaterThanOrEqual(5000);
  }, 60_000);

  it('keeps the distance between two requests about one ad at once', async () => {
    const launch = await inReview('WEB_CONVERSIONS', { name: 'paused twice' });
    const ids = [objectOf(launch, 'ad:0.0')];
    await passed(ids);

    const answers = await Promise.all([pause(ids), pause(ids)]);

    const results = answers.flatMap(({ body }) => body.results.map(({ result }) => result));
    expect(results).toContain('done');
    for (const result of results) expect(['done', 'too_soon']).toContain(result);
  }, 60_000);
});
