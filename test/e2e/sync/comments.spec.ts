import { afterEach, describe, expect, it } from '@jest/globals';
import type { PageBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { businessTenant } from '../../support/given/business-tenant.js';
import { conversationsOf, openConversation, writeComment } from '../../support/given/inbox.js';
import { manualRun } from '../../support/given/planned-syncs.js';
import { schedulesOf } from '../../support/given/sync-accounts.js';

const connector = useConnector({
  webhooks: false,
  environment: {
    TIKTOK_KEEP_RATE_LIMITS: 'false',
    RATE_LIMIT_WRITES: '0',
    TIKTOK_BUSINESS_ACCOUNT_SCOPES: 'user.info.basic,user.info.username,video.list,comment.list',
  },
});
afterEach(async () => {
  await connector().sandbox.control('/odd-lists', { on: 'none' });
  await connector().sandbox.clearFaults();
});

async function listedTenant(): Promise<Tenant & { videoId: string }> {
  const tenant = await businessTenant(connector(), ['video.list', 'user.info.stats'], { videos: 1 });
  await manualRun(connector(), tenant, 'videos');
  // Young videos are read with each run.
  await connector().database.query(
    'UPDATE social_activity SET published_at = now() WHERE integration_id = $1',
    [tenant.integrationId],
  );
  const { body } = await tenant.api.get<PageBody<{ videoId: string }>>('/api/social-activity/videos');
  return { ...tenant, videoId: body.items[0]?.videoId ?? '' };
}

describe('Sync of comments', () => {
  it('stores comments with authors, counters and all replies, without webhooks', async () => {
    const tenant = await listedTenant();
    const { videoId } = tenant;
    const root = await writeComment(connector(), { videoId, text: 'Price?' });
    for (let n = 0; n < 5; n += 1)
      await writeComment(connector(), {
        videoId,
        text: `reply ${n}`,
        username: `r${n}`,
        parentCommentId: root,
      });
    await writeComment(connector(), { videoId, text: 'Nice' });

    const run = await manualRun(connector(), tenant, 'comments');

    expect(run).toMatchObject({ status: 'succeeded', items: 7 });
    const conversations = await conversationsOf(tenant.api);
    expect(conversations).toHaveLength(2);
    const thread = conversations.find(({ rootCommentId }) => rootCommentId === root);
    const { messages } = await openConversation(tenant.api, thread?.id ?? '');
    expect(messages.map(({ text }) => text).toSorted()).toEqual([
      'Price?',
      ...[0, 1, 2, 3, 4].map((n) => `reply ${n}`),
    ]);
    expect(messages.every(({ author, likes }) => author.name !== null && likes !== null)).toBe(true);
    expect(thread?.unreadCount).toBe(6);
  });

  it('finds only what is new when it runs again', async () => {
    const tenant = await listedTenant();
    const { videoId } = tenant;
    const root = await writeComment(connector(), { videoId, text: 'First' });
    await manualRun(connector(), tenant, 'comments');
    await writeComment(connector(), { videoId, text: 'Answer', parentCommentId: root });

    expect(await manualRun(connector(), tenant, 'comments')).toMatchObject({ status: 'succeeded', items: 1 });
    expect(await manualRun(connector(), tenant, 'comments')).toMatchObject({ status: 'succeeded', items: 0 });
    const [thread] = await conversationsOf(tenant.api);
    const { messages } = await openConversation(tenant.api, thread?.id ?? '');
    expect(messages.map(({ text }) => text).toSorted()).toEqual(['Answer', 'First']);
  });

  it('treats comments from before the connection as history', async () => {
    const tenant = await listedTenant();
    await writeComment(connector(), { videoId: tenant.videoId, text: 'Old' });
    await connector().database.query(
      `INSERT INTO crm_inboxes (integration_id, organisation_id, since) VALUES ($1, $2, now() + interval '1 hour')`,
      [tenant.integrationId, tenant.organisationId],
    );

    await manualRun(connector(), tenant, 'comments');

    expect(await conversationsOf(tenant.api)).toMatchObject([{ lastMessageText: 'Old', unreadCount: 0 }]);
  });

  it.each(['short_pages', 'duplicate_videos'])('reads a list with %s', async (mode) => {
    const tenant = await listedTenant();
    for (let n = 0; n < 35; n += 1)
      await writeComment(connector(), { videoId: tenant.videoId, text: `number ${n}` });
    await connector().sandbox.control('/odd-lists', { on: [mode] });

    const run = await manualRun(connector(), tenant, 'comments');

    expect(run).toMatchObject({ status: 'succeeded', items: 35 });
    const pages = await tenant.api.all('/api/crm/conversations', 20);
    expect(pages.map((page) => page.length)).toEqual([20, 15]);
  });

  it('says why an account without the consent has none, and how to fix it', async () => {
    const tenant = await connector().tenant({ videos: 1 });

    const refused = await tenant.api.post('/api/sync/trigger', { platform: 'tiktok', syncType: 'comments' });

    expect(refused.status).toBe(409);
    const schedule = (await schedulesOf(connector(), tenant)).find(({ kind }) => kind === 'comments');
    expect(schedule).toMatchObject({ dueAt: null, problem: { message: expect.stringMatching(/onnect/) } });
  });
});
