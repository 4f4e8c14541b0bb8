import { afterEach, describe, expect, it } from '@jest/globals';
import type { PageBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { UNLIMITED } from '../../support/given/answering.js';
import { businessTenant } from '../../support/given/business-tenant.js';
import { conversationsOf, openConversation, writeComment } from '../../support/given/inbox.js';
import { manualRun } from '../../support/given/planned-syncs.js';
import { schedulesOf } from '../../support/given/sync-accounts.js';

const connector = useConnector({
  webhooks: false,
  sandbox: UNLIMITED,
  environment: {
    TIKTOK_KEEP_RATE_LIMITS: 'false',
    RATE_LIMIT_WRITES: '0',
    TIKTOK_BUSINESS_ACCOUNT_SCOPES: 'user.info.basic,user.info.username,video.list,comment.list',
  },
});
const COMMENT_LIST = 'GET /open_api/v1.3/business/comment/list/';

afterEach(async () => {
  await connector().sandbox.control('/odd-lists', { on: 'none' });
  await connector().sandbox.clearFaults();
});

async function listedTenant(): Promise<Tenant & { videoId: string }> {
  const tenant = await businessTenant(connector(), ['video.list', 'user.info.stats'], { videos: 1 });
  await manualRun(connector(), tenant, 'videos');
  // Young videos are read with each run.
  await publish(tenant, 0);
  const { body } = await tenant.api.get<PageBody<{ videoId: string }>>('/api/social-activity/videos');
  return { ...tenant, videoId: body.items[0]?.videoId ?? '' };
}

async function publish({ integrationId }: Tenant, daysAgo: number): Promise<void> {
  await connector().database.query(
    `UPDATE social_activity SET published_at = now() - $2 * interval '1 day' WHERE integration_id = $1`,
    [integrationId, daysAgo],
  );
}

/** A video that is no longer young, and whose comments have been read. @returns `calls`: how often its list was read since */
async function quietTenant(texts: string[]) {
  const tenant = await listedTenant();
  const roots: string[] = [];
  for (const text of texts) roots.push(await writeComment(connector(), { videoId: tenant.videoId, text }));
  await manualRun(connector(), tenant, 'comments');
  await publish(tenant, 60);
  const before = await connector().sandbox.calls(COMMENT_LIST);
  const calls = async () => (await connector().sandbox.calls(COMMENT_LIST)) - before;
  return { tenant, roots, calls, videoId: tenant.videoId };
}

async function letDaysPass({ integrationId }: Tenant, days: number): Promise<void> {
  await connector().database.query(
    `UPDATE conversations SET asked_at = asked_at - $2 * interval '1 day' WHERE integration_id = $1`,
    [integrationId, days],
  );
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

  describe('of a post without new comments', () => {
    it('shows new names, pictures, likes the next day, and asks once a day for each comment', async () => {
      const { tenant, roots, calls } = await quietTenant(['Price?', 'Gone soon']);
      const [asked = '', gone = ''] = roots;
      await connector().sandbox.control(`/comments/${asked}`, {
        likes: 41,
        username: 'lena.new',
        displayName: 'Lena New',
      });
      await connector().sandbox.client.control(`/comments/${gone}`, {}, 'DELETE');

      await manualRun(connector(), tenant, 'comments');
      expect(await calls()).toBe(0);
      await letDaysPass(tenant, 1);
      await manualRun(connector(), tenant, 'comments');
      expect(await calls()).toBe(1);
      expect(await manualRun(connector(), tenant, 'comments')).toMatchObject({ items: 0, warnings: [] });

      expect(await calls()).toBe(1);
      const conversations = await conversationsOf(tenant.api);
      const one = conversations.find(({ rootCommentId }) => rootCommentId === asked);
      expect(one?.contact).toMatchObject({
        name: 'Lena New',
        username: 'lena.new',
        picture: expect.stringContaining('lena.new'),
      });
      const { messages } = await openConversation(tenant.api, one?.id ?? '');
      expect(messages).toMatchObject([{ text: 'Price?', likes: 41, author: { name: 'Lena New' } }]);
      const other = conversations.find(({ rootCommentId }) => rootCommentId === gone);
      expect(await openConversation(tenant.api, other?.id ?? '')).toMatchObject({
        messages: [{ text: 'Gone soon', visibility: 'public' }],
        timeline: [],
      });
    });

    it('leaves new replies to the list of the video, which counts them', async () => {
      const { tenant, roots, videoId, calls } = await quietTenant(['Price?']);
      for (let n = 0; n < 5; n += 1)
        await writeComment(connector(), { videoId, text: `reply ${n}`, parentCommentId: roots[0] ?? '' });
      await letDaysPass(tenant, 1);
      await manualRun(connector(), tenant, 'comments');
      expect(await calls()).toBe(1);
      await publish(tenant, 0);

      expect(await manualRun(connector(), tenant, 'comments')).toMatchObject({ items: 5 });

      expect((await conversationsOf(tenant.api))[0]?.unreadCount).toBe(6);
    });

    it('asks for none that a list has just shown', async () => {
      const { tenant, calls } = await quietTenant(['Price?']);
      await publish(tenant, 0);
      await letDaysPass(tenant, 1);

      await manualRun(connector(), tenant, 'comments');

      expect(await calls()).toBe(1);
    });

    it('asks for 30 comments in a call, and goes on with the others after an interruption', async () => {
      const { tenant, calls } = await quietTenant(Array.from({ length: 31 }, (_, n) => `number ${n}`));
      await letDaysPass(tenant, 1);
      const limited = { match: COMMENT_LIST, kind: 'error_code', code: '40100' };
      await connector().sandbox.fault({ ...limited, after: 1, times: 1 });

      expect(await manualRun(connector(), tenant, 'comments')).toMatchObject({
        status: 'succeeded',
        cursor: 'asked:2',
      });

      // The first 30, the refused call, and the last one.
      expect(await calls()).toBe(3);
    });

    it('asks for no closed conversation, and for none without a message within 30 days', async () => {
      const { tenant, calls } = await quietTenant(['Old', 'Done']);
      for (const { id, lastMessageText } of await conversationsOf(tenant.api))
        if (lastMessageText === 'Done') await tenant.api.post(`/api/crm/conversations/${id}/close`, {});
      await connector().database.query(
        `UPDATE conversations SET last_message_at = now() - interval '31 days'
         WHERE integration_id = $1 AND last_message_text = 'Old'`,
        [tenant.integrationId],
      );
      await letDaysPass(tenant, 1);

      await manualRun(connector(), tenant, 'comments');

      expect(await calls()).toBe(0);
    });

    it('asks for no comment on a video that is gone', async () => {
      const { tenant, calls } = await quietTenant(['Price?']);
      await connector().database.query(
        'UPDATE social_activity SET gone_at = now() WHERE integration_id = $1',
        [tenant.integrationId],
      );
      await letDaysPass(tenant, 1);

      await manualRun(connector(), tenant, 'comments');

      expect(await calls()).toBe(0);
    });

    it('warns of a video that TikTok refuses, and asks for its comments again the next day', async () => {
      const { tenant, videoId, calls } = await quietTenant(['Price?']);
      await letDaysPass(tenant, 1);
      await connector().sandbox.fault({ match: COMMENT_LIST, kind: 'error_code', code: '40002', times: 1 });

      expect(await manualRun(connector(), tenant, 'comments')).toMatchObject({
        status: 'succeeded',
        warnings: [{ part: videoId, code: '40002' }],
      });
      await manualRun(connector(), tenant, 'comments');
      expect(await calls()).toBe(1);
      await letDaysPass(tenant, 1);
      await manualRun(connector(), tenant, 'comments');
      expect(await calls()).toBe(2);
    });
  });

  it('says why an account without the consent has none, and how to fix it', async () => {
    const tenant = await connector().tenant({ videos: 1 });

    const refused = await tenant.api.post('/api/sync/trigger', { platform: 'tiktok', syncType: 'comments' });

    expect(refused.status).toBe(409);
    const schedule = (await schedulesOf(connector(), tenant)).find(({ kind }) => kind === 'comments');
    expect(schedule).toMatchObject({ dueAt: null, problem: { message: expect.stringMatching(/onnect/) } });
  });
});
