import { describe, expect, it } from '@jest/globals';
import { useConnector, type Tenant } from '../../support/connector.js';
import { manualRun, plannedRun } from '../../support/given/planned-syncs.js';

const HOUR_MS = 3_600_000;
const VIDEOS = 25;

const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_KEEP_RATE_LIMITS: 'false', SYNC_COVER_DAYS: '365' },
});

interface Cover extends Record<string, unknown> {
  videoId: string;
  endsAt: Date;
}

/** An account whose covers end soon, while no figures are due for a long time. */
async function endingSoon(): Promise<Tenant> {
  const tenant = await connector().tenant({ videos: VIDEOS });
  await tenant.api.send('PUT', '/api/sync/policy', {
    body: JSON.stringify({ videos: [{ underDays: 1, everyHours: 1 }], discoverEveryHours: 24 }),
    headers: { 'content-type': 'application/json' },
  });
  await manualRun(connector(), tenant);
  await connector().database.query(
    `UPDATE social_activity SET cover_expires_at = now() + interval '20 minutes', captured_at = captured_at - interval '3 hours'
     WHERE integration_id = $1`,
    [tenant.integrationId],
  );
  return tenant;
}

function coversOf({ integrationId }: Tenant): Promise<Cover[]> {
  return connector().database.query<Cover>(
    `SELECT video_id AS "videoId", cover_expires_at AS "endsAt" FROM social_activity
     WHERE integration_id = $1 ORDER BY published_at DESC`,
    [integrationId],
  );
}

async function readings({ integrationId }: Tenant): Promise<number> {
  const rows = await connector().database.query(
    'SELECT 1 FROM engagement_snapshots WHERE integration_id = $1',
    [integrationId],
  );
  return rows.length;
}

describe('Covers', () => {
  it('are renewed before their signature ends, also those behind the newest page, without a reading', async () => {
    const tenant = await endingSoon();
    const before = await readings(tenant);

    expect(await plannedRun(connector(), tenant)).toMatchObject({ status: 'succeeded', items: VIDEOS });

    const ends = (await coversOf(tenant)).map(({ endsAt }) => endsAt.getTime());
    expect(ends).toHaveLength(VIDEOS);
    expect(Math.min(...ends)).toBeGreaterThan(Date.now() + 5 * HOUR_MS);
    expect(await readings(tenant)).toBe(before);
  });

  it('bring the next run forward, so that none ends before it', async () => {
    const tenant = await endingSoon();

    const { id } = await plannedRun(connector(), tenant);

    const { body } = await tenant.api.get<{ nextDueAt: string }>(`/api/sync/runs/${id}`);
    const [first] = (await coversOf(tenant)).map(({ endsAt }) => endsAt.getTime());
    const next = Date.parse(body.nextDueAt);
    expect(next).toBeGreaterThan(Date.now());
    expect((first ?? 0) - next).toBeGreaterThan(HOUR_MS / 4);
  });

  it('of a video that was read a moment ago are left alone', async () => {
    const tenant = await endingSoon();
    await connector().database.query(
      'UPDATE social_activity SET captured_at = now() WHERE integration_id = $1',
      [tenant.integrationId],
    );

    await plannedRun(connector(), tenant);

    const left = (await coversOf(tenant)).filter(({ endsAt }) => endsAt.getTime() < Date.now() + HOUR_MS);
    expect(left).toHaveLength(VIDEOS);
  });
});
