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

const DEADLINE_HOURS = 4;
const AFTER_DEADLINE_SECONDS = DEADLINE_HOURS * 3600 + 60;
const READS = 'GET /open_api/v1.3/ad/get/';

const connector = useConnector(
  withLaunches(
    { ADS_REVIEW_POLL_SECONDS: '2', ADS_REVIEW_DEADLINE_HOURS: String(DEADLINE_HOURS) },
    { reviewMs: 600_000, appRateLimits: false },
  ),
);

let tenant: AdTenant;
let parts: LaunchParts;
beforeAll(async () => {
  ({ tenant, parts } = await launchTenant(connector()));
}, 60_000);
afterEach(async () => {
  connector().moveClock(0);
  await connector().sandbox.clearFaults();
});

async function inReview(over: object): Promise<Launch> {
  const answer = await tenant.api.post<Launch>(
    '/api/ads/launches',
    launchBody('TRAFFIC', parts, { ...over }),
  );
  expect(answer).toMatchObject({ status: 202 });
  const launch = await reviewedLaunch(connector(), tenant.api, answer.body.launchId);
  await eventually(async () => (await reviewOf(launch)).detail?.reviewSince !== undefined);
  return launch;
}

interface Look {
  detail: { reviewSince?: string; failures?: number } | null;
  pause: number;
}

/** What the launch knows of its review, and the seconds until the next look. */
async function reviewOf({ launchId }: Launch): Promise<Look> {
  const rows = await connector().database.query<Look>(
    `SELECT s.detail, extract(epoch FROM l.due_at - l.updated_at)::float AS pause
     FROM ad_launch_steps s JOIN ad_launches l ON l.id = s.launch_id WHERE l.id = $1 AND s.key = 'review'`,
    [launchId],
  );
  return rows[0] ?? { detail: null, pause: 0 };
}

/** Makes the launch look again until so many looks in a row have failed. */
async function failedLook(launch: Launch, failures: number): Promise<Look> {
  await connector().hurry('launch');
  return await eventually(async () => {
    const look = await reviewOf(launch);
    return look.detail?.failures === failures && look;
  }, 20_000);
}

const adsOf = ({ plan }: Launch) =>
  plan.flatMap(({ kind, objectId }) => (kind === 'ad' ? [objectId ?? ''] : []));
const approve = (id: string) => connector().sandbox.control(`/business/ads/${id}`, { action: 'approve' });
const ended = ({ launchId }: Launch) => endedLaunch(connector(), tenant.api, launchId);

describe('the review of a launch', () => {
  it('fails it at the deadline when TikTok has approved no ad, and waits again once it is resumed', async () => {
    const launch = await inReview({ name: 'slow review' });
    connector().moveClock(AFTER_DEADLINE_SECONDS);

    const overdue = await ended(launch);

    expect(overdue).toMatchObject({
      status: 'failed',
      failCode: 'review_overdue',
      unreviewedAds: adsOf(launch),
    });
    expect(overdue.failReason).toMatch(/within 4 h.*1 of 1 ads.*resume the launch/);
    connector().moveClock(0);
    expect(await tenant.api.post(`/api/ads/launches/${launch.launchId}/resume`, {})).toMatchObject({
      status: 200,
    });
    await reviewedLaunch(connector(), tenant.api, launch.launchId);
    for (const id of adsOf(launch)) await approve(id);
    expect(await ended(launch)).toMatchObject({ status: 'live', failCode: null, unreviewedAds: [] });
  }, 60_000);

  it('enables at the deadline what TikTok has approved', async () => {
    const launch = await inReview({ name: 'half reviewed', adsEach: 2 });
    const [approved = '', pending = ''] = adsOf(launch);
    await approve(approved);
    connector().moveClock(AFTER_DEADLINE_SECONDS);

    const done = await ended(launch);

    expect(done).toMatchObject({ status: 'partly_live', rejectedAds: [], unreviewedAds: [pending] });
    const state = await connector().sandbox.read<{ ads: { id: string; operationStatus: string }[] }>(
      '/business/state',
    );
    const statusOf = (id: string) => state.ads.find((ad) => ad.id === id)?.operationStatus;
    expect([statusOf(approved), statusOf(pending)]).toEqual(['ENABLE', 'DISABLE']);
  }, 60_000);

  it.each(['http500_html', 'rate_limited'])(
    'looks less and less often while TikTok answers %s',
    async (kind) => {
      const launch = await inReview({ name: `unreadable: ${kind}` });
      await connector().sandbox.fault({ match: READS, kind });
      // Half of the pause is jitter. Without the doubling, each is about as long as the first one.
      for (const failures of [1, 2, 3, 4])
        expect((await failedLook(launch, failures)).pause).toBeGreaterThan(2 ** (failures - 1) * 0.99);

      connector().moveClock(AFTER_DEADLINE_SECONDS);
      expect(await ended(launch)).toMatchObject({ status: 'failed', failCode: 'review_overdue' });
    },
    60_000,
  );
});

describe('enabling', () => {
  it('is repeated with growing pauses while TikTok does not answer', async () => {
    const launch = await inReview({ name: 'no answer' });
    const match = 'POST /open_api/v1.3/campaign/status/update/';
    await connector().sandbox.fault({ match, kind: 'http500_html', times: 3 });
    for (const id of adsOf(launch)) await approve(id);

    expect(await ended(launch)).toMatchObject({ status: 'live', failCode: null });

    const [row] = await connector().database.query<{ failures: number }>(
      `SELECT (detail->>'failures')::int AS failures FROM ad_launch_steps WHERE launch_id = $1 AND key = 'enable_campaign'`,
      [launch.launchId],
    );
    expect(row?.failures).toBe(0);
  }, 60_000);
});
