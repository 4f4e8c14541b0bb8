import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useConnector, type Tenant } from '../../support/connector.js';
import { manualRun, plannedRun } from '../../support/given/planned-syncs.js';
import { announce } from '../../support/given/post-events.js';

const VIDEOS = 25;

const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_KEEP_RATE_LIMITS: 'false', RATE_LIMIT_WRITES: '0' },
});

interface Stored extends Record<string, unknown> {
  id: string;
  goneAt: Date | null;
}

function stored({ integrationId }: Tenant): Promise<Stored[]> {
  return connector().database.query<Stored>(
    `SELECT video_id AS id, gone_at AS "goneAt" FROM social_activity WHERE integration_id = $1
     ORDER BY published_at DESC`,
    [integrationId],
  );
}

const isShown = async (tenant: Tenant, id: string) =>
  (await stored(tenant)).some((one) => one.id === id && one.goneAt === null);

/** An account whose oldest video is behind the newest page, and that has just been searched for new ones. */
async function withOldVideo(): Promise<{ tenant: Tenant; oldest: string }> {
  const tenant = await connector().tenant({ videos: VIDEOS });
  await manualRun(connector(), tenant);
  const oldest = (await stored(tenant)).at(-1)?.id ?? '';
  return { tenant, oldest };
}

async function hide(tenant: Tenant, id: string): Promise<void> {
  await connector().sandbox.control(`/videos/${id}`, { public: false });
  await manualRun(connector(), tenant);
  expect(await isShown(tenant, id)).toBe(false);
}

async function untilShown(tenant: Tenant, id: string): Promise<void> {
  await eventually(async () => {
    await connector().hurry('webhook');
    await connector().hurry('sync');
    return await isShown(tenant, id);
  });
}

describe('An old video', () => {
  it('is shown again at once when a webhook reports that it is public', async () => {
    const { tenant, oldest } = await withOldVideo();
    await hide(tenant, oldest);
    await connector().sandbox.control(`/videos/${oldest}`, { public: true });

    await announce(connector(), tenant, 'post.publish.publicly_available', oldest);

    await untilShown(tenant, oldest);
  });

  it('is found by a webhook when no sync has seen it before', async () => {
    const { tenant, oldest } = await withOldVideo();
    await connector().database.query(
      'DELETE FROM social_activity WHERE integration_id = $1 AND video_id = $2',
      [tenant.integrationId, oldest],
    );

    await announce(connector(), tenant, 'post.publish.publicly_available', oldest);

    await untilShown(tenant, oldest);
  });

  it('is asked for until TikTok shows it, and then no longer', async () => {
    const { tenant, oldest } = await withOldVideo();
    await hide(tenant, oldest);
    const asked = async () =>
      Object.keys(
        (
          await connector().database.query<{ asked: object }>(
            `SELECT asked_videos AS asked FROM sync_schedules WHERE integration_id = $1 AND kind = 'videos'`,
            [tenant.integrationId],
          )
        )[0]?.asked ?? {},
      );
    await announce(connector(), tenant, 'post.publish.publicly_available', oldest);
    await eventually(async () => {
      await connector().hurry('webhook');
      return (await asked()).length > 0;
    });

    await plannedRun(connector(), tenant).catch(() => undefined);
    expect(await asked()).toEqual([oldest]);

    await connector().sandbox.control(`/videos/${oldest}`, { public: true });
    await eventually(async () => {
      await plannedRun(connector(), tenant).catch(() => undefined);
      return (await asked()).length === 0;
    });
    expect(await isShown(tenant, oldest)).toBe(true);
  });

  it('is looked for again 6 h after it has vanished, without a webhook', async () => {
    const { tenant, oldest } = await withOldVideo();
    await hide(tenant, oldest);
    await connector().sandbox.control(`/videos/${oldest}`, { public: true });
    await plannedRun(connector(), tenant);
    expect(await isShown(tenant, oldest)).toBe(false);

    await connector().database.query(
      `UPDATE social_activity SET gone_at = gone_at - interval '6 hours', checked_at = checked_at - interval '6 hours'
       WHERE integration_id = $1`,
      [tenant.integrationId],
    );
    await plannedRun(connector(), tenant);

    expect(await isShown(tenant, oldest)).toBe(true);
  });
});
