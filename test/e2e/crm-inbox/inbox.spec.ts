import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { ApiClient, PageBody, ProblemBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { settledEvents } from '../../support/given/webhook-deliveries.js';

const connector = useConnector();
const CONVERSATIONS = '/api/crm-inbox/conversations';

interface Conversation {
  id: string;
  videoId: string;
  rootCommentId: string;
  lastMessageAt: string;
}

interface Message {
  commentId: string;
  text: string | null;
  visibility: string;
  sentAt: string;
}

/** An organisation whose videos are in the store, because comments name only the video. */
async function synced(): Promise<Tenant & { videoId: string }> {
  const tenant = await connector().tenant({ videos: 2 });
  await tenant.api.post('/api/sync/trigger', { platform: 'tiktok', syncType: 'videos' });
  const videoId = await eventually(async () => {
    const { body } = await tenant.api.get<PageBody<{ videoId: string }>>('/api/social-activity/videos');
    return body.items[0]?.videoId;
  });
  return { ...tenant, videoId };
}

async function comment(videoId: string, text: string, parentCommentId?: string): Promise<string> {
  const { commentId } = await connector().sandbox.control<{ commentId: string }>('/comments', {
    username: 'lena.k',
    videoId,
    text,
    parentCommentId,
  });
  return commentId;
}

async function messagesOf(api: ApiClient, conversationId: string): Promise<Message[]> {
  const { body } = await api.get<PageBody<Message>>(`${CONVERSATIONS}/${conversationId}/messages`);
  return body.items;
}

async function untilMessages(
  api: ApiClient,
  count: number,
): Promise<{ conversation: Conversation; messages: Message[] }> {
  return await eventually(async () => {
    const { body } = await api.get<PageBody<Conversation>>(CONVERSATIONS);
    const [conversation] = body.items;
    if (!conversation) return undefined;
    const messages = await messagesOf(api, conversation.id);
    return messages.length === count && { conversation, messages };
  });
}

/** Sends a comment event with 19-digit numbers as ids, like TikTok. */
async function emit(
  tenant: Tenant & { videoId: string },
  fields: Record<string, string | number>,
): Promise<void> {
  const values: Record<string, string | number> = {
    comment_id: '7602997517160123666',
    parent_comment_id: '0',
    comment_type: '"comment"',
    comment_action: '"insert"',
    unique_identifier: '"viewer"',
    timestamp: Date.now(),
    ...fields,
    video_id: tenant.videoId,
  };
  const content = `{${Object.entries(values)
    .map(([key, value]) => `"${key}": ${value}`)
    .join(', ')}}`;
  await connector().sandbox.control('/webhooks/emit', {
    event: 'comment.update',
    account: tenant.username,
    content,
  });
}

describe('CRM inbox', () => {
  it('opens a conversation for a comment', async () => {
    const { api, videoId, integrationId } = await synced();
    const commentId = await comment(videoId, 'How much is it? 👀');

    const { conversation, messages } = await untilMessages(api, 1);

    expect(conversation).toMatchObject({ videoId, rootCommentId: commentId, integrationId, kind: 'comment' });
    expect(messages).toMatchObject([{ commentId, text: 'How much is it? 👀', visibility: 'public' }]);
    expect(commentId).toMatch(/^\d{19}$/);
    expect(conversation.lastMessageAt).toBe(messages[0]?.sentAt);
  });

  it('adds a reply to the conversation, oldest message first', async () => {
    const { api, videoId } = await synced();
    const root = await comment(videoId, 'Price?');
    await untilMessages(api, 1);
    const reply = await comment(videoId, 'Ten euros', root);

    const { conversation, messages } = await untilMessages(api, 2);

    expect(conversation.rootCommentId).toBe(root);
    expect(messages.map(({ commentId, text }) => [commentId, text])).toEqual([
      [root, 'Price?'],
      [reply, 'Ten euros'],
    ]);
    const { body } = await api.get<PageBody<Conversation>>(CONVERSATIONS);
    expect(body.items).toHaveLength(1);
  });

  it('creates one conversation when the reply arrives first', async () => {
    const tenant = await synced();
    const now = Date.now();
    await emit(tenant, {
      comment_id: '7602997517160123667',
      parent_comment_id: '7602997517160123666',
      comment_type: '"reply"',
      timestamp: now,
      text: '"the answer"',
    });
    await untilMessages(tenant.api, 1);
    await emit(tenant, { timestamp: now - 60_000, text: '"the question"' });

    const { messages } = await untilMessages(tenant.api, 2);

    expect(messages.map(({ text }) => text)).toEqual(['the question', 'the answer']);
  });

  it('keeps 19-digit ids exact where a double would round', async () => {
    const tenant = await synced();
    await emit(tenant, { comment_id: '7602997517160123667', text: '"odd"' });
    await untilMessages(tenant.api, 1);
    await emit(tenant, { comment_id: '7602997517160123668', text: '"even"' });

    await eventually(async () => {
      const { body } = await tenant.api.get<PageBody<Conversation>>(CONVERSATIONS);
      const ids = body.items.map(({ rootCommentId }) => rootCommentId).toSorted();
      return ids.join() === '7602997517160123667,7602997517160123668';
    });
  });

  it('removes the text of a deleted comment, and keeps its place', async () => {
    const tenant = await synced();
    const at = Date.now();
    await emit(tenant, { text: '"I regret this"', timestamp: at });
    await untilMessages(tenant.api, 1);
    await emit(tenant, { comment_action: '"delete"', timestamp: at + 1000 });

    const { conversation } = await untilMessages(tenant.api, 1);

    await eventually(
      async () => (await messagesOf(tenant.api, conversation.id))[0]?.visibility === 'deleted',
    );
    expect(await messagesOf(tenant.api, conversation.id)).toMatchObject([
      { text: null, visibility: 'deleted' },
    ]);
  });

  it('does not restore a comment whose deletion arrived first', async () => {
    const tenant = await synced();
    const at = Date.now();
    await emit(tenant, { comment_action: '"delete"', timestamp: at });
    await untilMessages(tenant.api, 1);
    await emit(tenant, { text: '"too late"', timestamp: at - 5000 });
    await eventually(async () => (await settledEvents(tenant.api, 'comment.update')).length === 2);

    const { messages } = await untilMessages(tenant.api, 1);

    expect(messages).toMatchObject([{ text: null, visibility: 'deleted' }]);
  });

  it.each([
    ['set_to_hidden', 'hidden'],
    ['set_to_friends_only', 'friends'],
    ['set_to_public', 'public'],
  ])('updates the visibility of a comment (%s)', async (action, visibility) => {
    const tenant = await synced();
    const at = Date.now();
    await emit(tenant, { text: '"see me"', timestamp: at });
    await untilMessages(tenant.api, 1);
    await emit(tenant, { comment_action: `"${action}"`, timestamp: at + 1 });
    await eventually(async () => (await settledEvents(tenant.api, 'comment.update')).length === 2);

    expect((await untilMessages(tenant.api, 1)).messages).toMatchObject([{ text: 'see me', visibility }]);
  });

  it('removes zero bytes from the text', async () => {
    const tenant = await synced();
    await emit(tenant, { text: '"be\\u0000fore \\\\u0000 after"' });

    expect((await untilMessages(tenant.api, 1)).messages).toMatchObject([{ text: 'before \\u0000 after' }]);
  });

  it.each<Record<string, string | number>>([
    { timestamp: 9e15 },
    { timestamp: '"now"' },
    { timestamp: 'null' },
    { timestamp: `"${Date.now()}"` },
    { timestamp: Math.floor(Date.now() / 1000) },
  ])('uses the time of the event for a comment with an odd time (%j)', async (fields) => {
    const tenant = await synced();
    await emit(tenant, { text: '"hello"', ...fields });

    const { messages } = await untilMessages(tenant.api, 1);

    expect(messages).toMatchObject([{ text: 'hello', visibility: 'public' }]);
    expect(Math.abs(Date.parse(messages[0]?.sentAt ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it.each(['"explode"', 'null', '7'])('keeps a comment with an unknown action (%s)', async (action) => {
    const tenant = await synced();
    const at = Date.now();
    await emit(tenant, { comment_action: action, text: '"hello"', timestamp: at });
    expect((await untilMessages(tenant.api, 1)).messages).toMatchObject([
      { text: 'hello', visibility: 'unknown' },
    ]);

    // The last known action counts, in any order of arrival.
    await emit(tenant, { comment_action: '"set_to_hidden"', timestamp: at - 1000 });
    await eventually(async () => (await settledEvents(tenant.api, 'comment.update')).length === 2);
    expect((await untilMessages(tenant.api, 1)).messages).toMatchObject([
      { text: 'hello', visibility: 'hidden' },
    ]);
    await emit(tenant, { comment_action: action, timestamp: at + 1000 });
    await eventually(async () => (await settledEvents(tenant.api, 'comment.update')).length === 3);
    expect((await untilMessages(tenant.api, 1)).messages).toMatchObject([
      { text: 'hello', visibility: 'hidden' },
    ]);
  });

  it.each<Record<string, string | number>>([{ comment_id: '"abc"' }, { comment_id: 0 }])(
    'ignores an event without a comment id (%j), with a reason',
    async (fields) => {
      const tenant = await synced();
      await emit(tenant, fields);

      expect(await settledEvents(tenant.api, 'comment.update')).toMatchObject([
        { status: 'ignored', failure: 'The event does not identify the comment and its video.' },
      ]);
      expect((await tenant.api.get<PageBody<Conversation>>(CONVERSATIONS)).body.items).toEqual([]);
    },
  );
});

describe('GET /api/crm-inbox/conversations/:conversationId/messages', () => {
  it.each([randomUUID(), 'abc', '%00'])('returns 404 for the unknown conversation %s', async (id) => {
    const { status, body } = await connector().api().get<ProblemBody>(`${CONVERSATIONS}/${id}/messages`);

    expect(status).toBe(404);
    expect(body.code).toBe('unknown_conversation');
  });

  it('pages through the messages without gaps or repetitions', async () => {
    const { api, videoId } = await synced();
    const root = await comment(videoId, 'number 0');
    for (let n = 1; n < 7; n += 1) await comment(videoId, `number ${n}`, root);
    const { conversation } = await untilMessages(api, 7);

    const pages = await api.all<Message>(`${CONVERSATIONS}/${conversation.id}/messages`, 3);

    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(
      pages
        .flat()
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `number ${n}`));
  });
});
