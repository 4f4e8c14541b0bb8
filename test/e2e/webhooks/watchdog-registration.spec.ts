import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PageBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { UNLIMITED } from '../../support/given/answering.js';
import { businessTenant } from '../../support/given/business-tenant.js';
import { writeComment } from '../../support/given/inbox.js';
import { manualRun } from '../../support/given/planned-syncs.js';
import { checkWebhooks } from '../../support/given/webhook-checks.js';

const MISSES = 2;
const HOURS_LATER = 3 * 3_600;

const connector = useConnector({
  sandbox: { ...UNLIMITED, webhooksLost: true },
  environment: {
    TIKTOK_KEEP_RATE_LIMITS: 'false',
    TIKTOK_BUSINESS_ACCOUNT_SCOPES: 'user.info.basic,user.info.username,video.list,comment.list',
    TIKTOK_ACCOUNT_WEBHOOKS: 'register',
    WEBHOOK_WATCH_MISSES: String(MISSES),
  },
});

let tenant: Tenant;
beforeAll(async () => {
  await checkWebhooks(connector(), 'accounts');
  tenant = await businessTenant(connector(), ['video.list', 'user.info.stats'], { videos: 1 });
  await manualRun(connector(), tenant, 'videos');
  const sql =
    'UPDATE social_activity SET published_at = now() WHERE integration_id = $1 RETURNING video_id AS id';
  const [video] = await connector().database.query<{ id: string }>(sql, [tenant.integrationId]);
  await checkWebhooks(connector(), 'watchdog');
  // TikTok's lists show whole seconds.
  await sleep(1_100);
  for (let n = 0; n < MISSES; n += 1)
    await writeComment(connector(), { videoId: video?.id ?? '', text: `Price ${n}?`, username: `p${n}` });
  await manualRun(connector(), tenant, 'comments');
  connector().moveClock(HOURS_LATER);
}, 60_000);

async function missed(): Promise<{ resolvedAt: string | null }[]> {
  const { body } =
    await tenant.api.get<PageBody<{ kind: string; resolvedAt: string | null }>>('/api/notifications');
  return body.items.filter(({ kind }) => kind === 'webhooks_missed');
}

const set = (faults: object[]) =>
  connector().database.query(
    `UPDATE webhook_checks SET faults = $1::jsonb, due_at = NULL WHERE name = 'accounts'`,
    [JSON.stringify(faults)],
  );

describe('webhooks that the service has registered and that never arrived', () => {
  it.each([
    ['the check knows that they go elsewhere', { what: 'another URL is registered', certain: true }],
    [
      'TikTok has not answered the check, so that none may be expected',
      { what: 'no answer', certain: false },
    ],
  ])('are no further notice while %s', async (_what, fault) => {
    await set([{ family: 'COMMENT', ...fault }]);
    await checkWebhooks(connector(), 'watchdog');
    expect(await missed()).toEqual([]);
    await set([]);
  });

  it('are a notice otherwise', async () => {
    await checkWebhooks(connector(), 'watchdog');
    expect(await missed()).toMatchObject([{ resolvedAt: null }]);
  });

  it('are no longer missing when the account expires, which is no claim that they arrive', async () => {
    await connector().database.query(`UPDATE integrations SET status = 'expired' WHERE id = $1`, [
      tenant.integrationId,
    ]);
    await checkWebhooks(connector(), 'watchdog');
    const { body } = await tenant.api.get<PageBody<{ kind: string; title: string }>>('/api/notifications');
    expect(body.items.find(({ kind }) => kind === 'all_clear')?.title).toBe('Webhooks are no longer missing');
  });
});
