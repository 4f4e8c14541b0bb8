import { expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { UNLIMITED } from '../../support/given/answering.js';
import { businessTenant, PUBLISHING_SCOPES } from '../../support/given/business-tenant.js';
import { follow, RETURN_URL } from '../../support/given/consent.js';
import { approve } from '../../support/given/family-consent.js';
import {
  conversationsOf,
  openConversation,
  untilConversations,
  writeComment,
} from '../../support/given/inbox.js';
import { endedRun, manualRun } from '../../support/given/planned-syncs.js';

const connector = useConnector({
  sandbox: UNLIMITED,
  environment: { TIKTOK_BUSINESS_ACCOUNT_SCOPES: PUBLISHING_SCOPES, TIKTOK_KEEP_RATE_LIMITS: 'false' },
});

/** Consents again after an expiry. @returns the runs of comments that follow */
async function reconnect({ api, username, integrationId }: Tenant, before: string[]): Promise<string[]> {
  await connector().database.query(
    `UPDATE integrations SET status = 'expired', expired_at = now() WHERE id = $1`,
    [integrationId],
  );
  const scopes = ['user.info.basic', 'user.info.profile', 'video.list', 'business.creator.insights'];
  const { body } = await api.provider<{ authUrl: string }>('get-auth-url', { scopes, returnUrl: RETURN_URL });
  await follow((await approve(body.authUrl, username)).href);
  return await eventually(async () => {
    await connector().hurry('sync');
    const runs = await connector().database.query<{ id: string }>(
      `SELECT id FROM sync_runs WHERE integration_id = $1 AND kind = 'comments'`,
      [integrationId],
    );
    const ids = runs.map(({ id }) => id).filter((id) => !before.includes(id));
    return ids.length > 0 && ids;
  });
}

/** Which sources have reported each comment. */
async function sourcesOf(integrationId: string): Promise<{ webhook: boolean; list: boolean }[]> {
  return await connector().database.query(
    `SELECT facts->>'inserted' IS NOT NULL AS webhook, author_name IS NOT NULL AS list FROM messages WHERE integration_id = $1`,
    [integrationId],
  );
}

it('names a new commenter of an old video, whose counter has not been read since', async () => {
  const tenant = await businessTenant(connector(), ['video.list', 'user.info.stats'], { videos: 1 });
  await manualRun(connector(), tenant, 'videos');
  await connector().database.query(
    `UPDATE social_activity SET published_at = now() - interval '60 days' WHERE integration_id = $1`,
    [tenant.integrationId],
  );
  const { body } = await tenant.api.get<PageBody<{ videoId: string }>>('/api/social-activity/videos');
  const videoId = body.items[0]?.videoId ?? '';
  await manualRun(connector(), tenant, 'comments');
  await connector().database.query(
    `INSERT INTO comment_listings (integration_id, video_id, organisation_id, counted, read_at)
     SELECT integration_id, video_id, organisation_id, comments, now() FROM social_activity WHERE integration_id = $1
     ON CONFLICT (integration_id, video_id) DO UPDATE SET counted = excluded.counted`,
    [tenant.integrationId],
  );
  await writeComment(connector(), { videoId, text: 'Still available?', username: 'new.viewer' });
  const announced = await untilConversations(tenant.api, 1);

  await manualRun(connector(), tenant, 'comments');

  expect(announced).toMatchObject([{ contact: { name: null } }]);
  expect(await conversationsOf(tenant.api)).toMatchObject([{ contact: { username: 'new.viewer' } }]);
});

it('shows comments once that webhooks, the sync after a reconnect, and a later sync report', async () => {
  const tenant = await businessTenant(connector(), ['video.list', 'user.info.stats'], { videos: 1 });
  const { api, integrationId } = tenant;
  await manualRun(connector(), tenant, 'videos');
  await connector().database.query(
    'UPDATE social_activity SET published_at = now() WHERE integration_id = $1',
    [integrationId],
  );
  const { body } = await api.get<PageBody<{ videoId: string }>>('/api/social-activity/videos');
  const videoId = body.items[0]?.videoId ?? '';
  const known = await connector().database.query<{ id: string }>(
    `SELECT id FROM sync_runs WHERE integration_id = $1 AND kind = 'comments'`,
    [integrationId],
  );

  const root = await writeComment(connector(), { videoId, text: 'Price?' });
  const [runs] = await Promise.all([
    reconnect(
      tenant,
      known.map(({ id }) => id),
    ),
    (async () => {
      for (let n = 1; n <= 4; n += 1)
        await writeComment(connector(), {
          videoId,
          text: `reply ${n}`,
          username: `r${n}`,
          parentCommentId: root,
        });
      await writeComment(connector(), { videoId, text: 'Nice' });
    })(),
  ]);
  for (const id of runs) await endedRun(connector(), id);
  await manualRun(connector(), tenant, 'comments');
  await eventually(async () => {
    const all = await sourcesOf(integrationId);
    return all.length === 6 && all.every(({ webhook, list }) => webhook && list);
  });

  const conversations = await conversationsOf(api);
  expect(conversations.map(({ lastMessageText, unreadCount }) => [lastMessageText, unreadCount])).toEqual([
    ['Nice', 1],
    ['reply 4', 5],
  ]);
  const thread = await openConversation(api, conversations[1]?.id ?? '');
  expect(thread.messages.map(({ text, type, unread }) => [text, type, unread])).toEqual([
    ...[4, 3, 2, 1].map((n) => [`reply ${n}`, 'reply', true]),
    ['Price?', 'comment', true],
  ]);
  expect(thread.timeline).toEqual([]);
});
