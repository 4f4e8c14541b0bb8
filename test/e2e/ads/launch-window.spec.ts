import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector } from '../../support/connector.js';
import type { AdTenant } from '../../support/given/ad-tenant.js';
import {
  endedLaunch,
  launchBody,
  type Launch,
  type LaunchParts,
  launchTenant,
  withLaunches,
} from '../../support/given/launches.js';

const AT_ONCE = 2;
const ADS = 8;
const CREATE = 'POST /open_api/v1.3/ad/create/';
const connector = useConnector(
  withLaunches(
    { ADS_LAUNCH_CONCURRENCY: String(AT_ONCE), ADS_SETTLE_SECONDS: '20' },
    { reviewMs: 600_000, appRateLimits: false },
  ),
);

let tenant: AdTenant;
let parts: LaunchParts;
beforeAll(async () => {
  ({ tenant, parts } = await launchTenant(connector()));
}, 60_000);
afterEach(() => connector().sandbox.clearFaults());

async function begin(name: string): Promise<string> {
  const body = launchBody('TRAFFIC', parts, { name, adsEach: ADS });
  const answer = await tenant.api.post<Launch>('/api/ads/launches', body);
  expect(answer).toMatchObject({ status: 202 });
  return answer.body.launchId;
}
const launchNow = async (id: string) => (await tenant.api.get<Launch>(`/api/ads/launches/${id}`)).body;
const doneAds = ({ plan }: Launch) => plan.filter(({ kind, status }) => kind === 'ad' && status === 'done');

async function creates(launchId: string): Promise<{ state: string; object_id: string | null }[]> {
  return await connector().database.query(
    `SELECT state, object_id FROM ad_changes WHERE launch_id = $1 AND action = 'create' AND level = 'ad'`,
    [launchId],
  );
}

/** Waits until no process has the launch. */
async function atRest(id: string): Promise<Launch> {
  await eventually(async () => {
    const [row] = await connector().database.query<{ rests: boolean }>(
      'SELECT lease_until IS NULL AND due_at IS NULL AS rests FROM ad_launches WHERE id = $1',
      [id],
    );
    return row?.rests;
  }, 30_000);
  return await launchNow(id);
}

describe('the window of a launch', () => {
  it('starts nothing once a user has cancelled, and records what has started', async () => {
    await connector().sandbox.fault({ match: CREATE, kind: 'slow', ms: 400 });
    const id = await begin('cancelled in the window');
    const before = await eventually(async () => {
      const now = await launchNow(id);
      return doneAds(now).length >= 1 && (await creates(id));
    }, 30_000);
    expect(await tenant.api.post(`/api/ads/launches/${id}/cancel`, {})).toMatchObject({ status: 200 });

    const launch = await atRest(id);

    expect(launch.status).toBe('cancelled');
    const after = await creates(id);
    // Those under way when we looked, and as many that started until the cancel.
    expect(after.length).toBeLessThanOrEqual(before.length + AT_ONCE);
    expect(after.length).toBeLessThan(ADS);
    expect(after.every(({ state }) => state === 'succeeded')).toBe(true);
    expect(
      doneAds(launch)
        .map(({ objectId }) => objectId)
        .toSorted(),
    ).toEqual(after.map(({ object_id: objectId }) => objectId).toSorted());
  }, 60_000);

  it('starts nothing after a refusal, and records what has started', async () => {
    await connector().sandbox.fault(
      { match: CREATE, kind: 'error_code', code: '40002', after: 2, times: 1 },
      { match: CREATE, kind: 'slow', ms: 300 },
    );
    const id = await begin('refused in the window');
    expect(await endedLaunch(connector(), tenant.api, id)).toMatchObject({
      status: 'failed',
      failCode: '40002',
    });

    const launch = await atRest(id);

    const all = await creates(id);
    expect(all.length).toBeLessThan(ADS);
    expect(all.filter(({ state }) => state === 'failed')).toHaveLength(1);
    expect(all.every(({ state }) => state === 'failed' || state === 'succeeded')).toBe(true);
    expect(doneAds(launch)).toHaveLength(all.length - 1);
  }, 60_000);
});
