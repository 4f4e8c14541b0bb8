import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { UNLIMITED } from '../../support/given/answering.js';
import { businessTenant } from '../../support/given/business-tenant.js';
import { write } from '../../support/given/direct-messages.js';
import { writeComment } from '../../support/given/inbox.js';
import { manualRun } from '../../support/given/planned-syncs.js';
import { publish, untilStatus } from '../../support/given/publications.js';
import { checkWebhooks } from '../../support/given/webhook-checks.js';

const HOUR = 3_600;
const MISSES = 3;

const connector = useConnector({
  sandbox: UNLIMITED,
  environment: {
    TIKTOK_KEEP_RATE_LIMITS: 'false',
    RATE_LIMIT_WRITES: '0',
    TIKTOK_BUSINESS_ACCOUNT_SCOPES:
      'user.info.basic,user.info.username,video.list,comment.list,message.list.read,message.list.send,message.list.manage',
    WEBHOOK_WATCH_MISSES: String(MISSES),
  },
});
const lose = (webhooksLost: boolean) => connector().sandbox.control('/settings', { webhooksLost });
afterEach(async () => {
  connector().moveClock(0);
  await lose(false);
  await connector().database.query('DELETE FROM tiktok_incidents');
  await connector().database.query('DELETE FROM webhook_watches');
});

/** Begins to watch all accounts. What happens later has another second, which is all that TikTok's lists show. */
async function watch(): Promise<void> {
  await connector().database.query('DELETE FROM webhook_watches');
  await checkWebhooks(connector(), 'watchdog');
  await sleep(1_100);
}

type Watched = Tenant & { videoId: string };

/** An account with a video. */
async function watched(): Promise<Watched> {
  const tenant = await businessTenant(connector(), ['video.list', 'video.publish', 'user.info.stats'], {
    videos: 1,
  });
  await manualRun(connector(), tenant, 'videos');
  const { database } = connector();
  const sql = 'UPDATE social_activity SET published_at = now() WHERE integration_id = $1';
  await database.query(sql, [tenant.integrationId]);
  const { body } = await tenant.api.get<PageBody<{ videoId: string }>>('/api/social-activity/videos');
  return { ...tenant, videoId: body.items[0]?.videoId ?? '' };
}

async function comment({ videoId }: Watched, times = 1): Promise<void> {
  for (let n = 0; n < times; n += 1)
    await writeComment(connector(), { videoId, text: `Price? ${randomUUID()}`, username: `p${n}` });
}

const received = (event: string, { integrationId }: Tenant) =>
  eventually(async () => {
    const sql = `SELECT FROM webhook_receipts r JOIN webhook_events e ON e.id = r.event_id
      WHERE r.integration_id = $1 AND starts_with(e.event, $2) AND e.status = 'processed'`;
    return (await connector().database.query(sql, [integrationId, event])).length > 0;
  });

/** Lets the watchdog look, so many hours later. */
async function look(hours: number): Promise<void> {
  connector().moveClock(hours * HOUR);
  await checkWebhooks(connector(), 'watchdog');
}

interface Notice {
  kind: string;
  title: string;
  detail: string;
  subject: { id: string };
  resolvedAt: string | null;
}

async function notices({ api }: Tenant): Promise<Notice[]> {
  const { body } = await api.get<PageBody<Notice>>('/api/notifications');
  return body.items.filter(({ kind }) => kind === 'webhooks_missed');
}

describe('comments that no webhook announces', () => {
  it('are one notice for an account that had webhooks, until one arrives', async () => {
    const tenant = await watched();
    await comment(tenant);
    await received('comment.', tenant);
    await watch();
    await lose(true);
    await comment(tenant, MISSES);
    await manualRun(connector(), tenant, 'comments');
    await look(1);
    expect(await notices(tenant)).toEqual([]);

    await look(3);
    const [notice] = await notices(tenant);
    expect(notice).toMatchObject({ subject: { id: tenant.integrationId }, resolvedAt: null });
    expect(notice?.title).toContain('no webhooks of comments');
    expect(notice?.title.length).toBeLessThanOrEqual(60);
    // Still silent, although the comments are no longer part of the time that counts.
    await look(40);
    expect(await notices(tenant)).toMatchObject([{ resolvedAt: null }]);

    connector().moveClock(0);
    await lose(false);
    await comment(tenant);
    await eventually(async () => {
      await checkWebhooks(connector(), 'watchdog');
      return (await notices(tenant))[0]?.resolvedAt !== null;
    });
    expect(await notices(tenant)).toHaveLength(1);
  }, 60_000);

  it('are no notice for an account that has no webhooks', async () => {
    await lose(true);
    const tenant = await watched();
    await watch();
    await comment(tenant, MISSES + 1);
    await manualRun(connector(), tenant, 'comments');
    await look(3);
    expect(await notices(tenant)).toEqual([]);
  });
});

describe('comments that no webhook has ever announced', () => {
  it('are a notice for an account whose direct messages arrive', async () => {
    const tenant = await watched();
    await watch();
    await write(connector(), tenant, { accepted: true });
    await received('im_', tenant);
    await lose(true);
    await comment(tenant, MISSES);
    await manualRun(connector(), tenant, 'comments');
    await look(3);
    expect((await notices(tenant)).map(({ title }) => title.replace(/^.*: /, ''))).toEqual([
      'no webhooks of comments',
    ]);
  }, 60_000);
});

describe('an account whose webhooks have stopped', () => {
  let tenant: Watched;
  beforeAll(async () => {
    tenant = await watched();
    await comment(tenant);
    await received('comment.', tenant);
  }, 60_000);

  /** Comments that only a sync finds. */
  async function missed(times = MISSES): Promise<void> {
    await watch();
    await lose(true);
    await comment(tenant, times);
    await manualRun(connector(), tenant, 'comments');
  }

  it('gets no notice for fewer changes', async () => {
    await missed(MISSES - 1);
    await look(3);
    expect(await notices(tenant)).toEqual([]);
  });

  it('gets no notice for changes from before it was watched', async () => {
    await missed();
    await connector().database.query('UPDATE webhook_watches SET watched_since = now()');
    await look(3);
    expect(await notices(tenant)).toEqual([]);
  });

  it('gets no notice while TikTok reports an incident, nor for what happened during it', async () => {
    await missed();
    await connector().database.query(
      `INSERT INTO tiktok_incidents (id, title, is_major, reported_at) VALUES ('i', 'Webhooks are late', false, now())`,
    );
    await look(3);
    expect(await notices(tenant)).toEqual([]);
    await connector().database.query('UPDATE tiktok_incidents SET resolved_at = now()');
    await look(6);
    expect(await notices(tenant)).toEqual([]);
  });

  it('gets no notice for changes while the service was down', async () => {
    await missed();
    await connector().database.query(
      `UPDATE webhook_checks SET checked_at = now() - interval '1 hour' WHERE name = 'watchdog'`,
    );
    await look(3);
    expect(await notices(tenant)).toEqual([]);
  });

  it('gets no notice for one lost webhook among others that arrive', async () => {
    await missed();
    await lose(false);
    const before = await connector().database.query('SELECT FROM webhook_receipts');
    await comment(tenant);
    await eventually(async () => {
      const now = await connector().database.query('SELECT FROM webhook_receipts');
      return now.length > before.length;
    });
    await look(3);
    expect(await notices(tenant)).toEqual([]);
  });

  it('gets a notice otherwise', async () => {
    await missed();
    await look(3);
    expect(await notices(tenant)).toHaveLength(1);
  });
});

describe('direct messages and posts that no webhook announces', () => {
  it('are a notice for each family', async () => {
    const tenant = await watched();
    await write(connector(), tenant, { accepted: true });
    await publish(tenant.api);
    await Promise.all([received('im_', tenant), received('post.publish.publicly_available', tenant)]);
    await watch();
    await lose(true);
    for (let n = 0; n < MISSES; n += 1) {
      await write(connector(), tenant, { text: `Still there? ${n}` });
      await untilStatus(tenant.api, await publish(tenant.api), 'published', 'public');
    }
    await manualRun(connector(), tenant, 'messages');
    await look(3);
    expect((await notices(tenant)).map(({ title }) => title.replace(/^.*: /, '')).toSorted()).toEqual([
      'no webhooks of direct messages',
      'no webhooks of posts',
    ]);
  }, 60_000);
});
