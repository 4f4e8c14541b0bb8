import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { EventStream } from '../../support/event-stream.js';
import {
  commentedTenant,
  conversationsOf,
  INBOX,
  openConversation,
  untilConversations,
  writeComment,
  type InboxConversation,
  type InboxMessage,
} from '../../support/given/inbox.js';

const connector = useConnector();

describe('/api/crm/conversations', () => {
  it('opens a conversation with its messages, unread', async () => {
    const { api, videoId, integrationId } = await commentedTenant(connector());
    const root = await writeComment(connector(), { videoId, text: 'Price?' });
    const [conversation] = await untilConversations(api, 1);
    await writeComment(connector(), { videoId, text: 'Tell me', username: 'jo', parentCommentId: root });
    await eventually(async () => (await conversationsOf(api))[0]?.unreadCount === 2);

    const opened = await openConversation(api, conversation?.id ?? '');

    expect(opened.conversation).toMatchObject({
      integrationId,
      kind: 'comment',
      videoId,
      rootCommentId: root,
      status: 'open',
      assignee: null,
      unreadCount: 2,
      lastMessageText: 'Tell me',
    });
    expect(opened.messages.map(({ text, type, direction }) => [text, type, direction])).toEqual([
      ['Tell me', 'reply', 'in'],
      ['Price?', 'comment', 'in'],
    ]);
    expect(opened.timeline).toEqual([]);
  });

  it('assigns, closes, and reopens for a new comment, with a timeline', async () => {
    const { api, videoId } = await commentedTenant(connector());
    const root = await writeComment(connector(), { videoId, text: 'Hello' });
    const [{ id } = { id: '' }] = await untilConversations(api, 1);

    const assigned = await api.post<InboxConversation>(`${INBOX}/${id}/assign`, { assignee: 'user-7' });
    expect(assigned).toMatchObject({ status: 200, body: { assignee: 'user-7' } });
    expect((await api.post(`${INBOX}/${id}/read`, {})).body).toMatchObject({ unreadCount: 0 });
    expect((await api.post(`${INBOX}/${id}/pending`, {})).body).toMatchObject({ status: 'pending' });
    for (let n = 0; n < 2; n += 1)
      expect((await api.post(`${INBOX}/${id}/close`, {})).body).toMatchObject({ status: 'closed' });
    await writeComment(connector(), { videoId, text: 'Still there?', parentCommentId: root });
    await eventually(async () => (await conversationsOf(api))[0]?.status === 'open');

    const { conversation, timeline } = await openConversation(api, id);
    expect(conversation.unreadCount).toBe(1);
    expect(timeline.map(({ type, actor }) => [type, actor]).toReversed()).toEqual([
      ['assigned', 'tester'],
      ['set_pending', 'tester'],
      ['closed', 'tester'],
      ['reopened', null],
    ]);
  });

  it('filters and pages', async () => {
    const { api, videoId, integrationId } = await commentedTenant(connector());
    for (const text of ['first 100%', 'second', 'third'])
      await writeComment(connector(), { videoId, text, username: `by.${text.slice(0, 3)}` });
    const all = await untilConversations(api, 3);
    const idOf = (text: string) => all.find((one) => one.lastMessageText === text)?.id ?? '';
    await api.post(`${INBOX}/${idOf('second')}/close`, {});
    await api.post(`${INBOX}/${idOf('third')}/read`, {});
    await api.post(`${INBOX}/${idOf('third')}/assign`, { assignee: 'me' });

    const found = async (query: string) =>
      (await conversationsOf(api, `?${query}`)).map(({ lastMessageText }) => lastMessageText).toSorted();
    expect(await found('status=closed')).toEqual(['second']);
    expect(await found('unread=true')).toEqual(['first 100%', 'second']);
    expect(await found('unread=false')).toEqual(['third']);
    expect(await found('assignee=me')).toEqual(['third']);
    expect(await found('assigned=true')).toEqual(['third']);
    expect(await found('assigned=false')).toEqual(['first 100%', 'second']);
    expect(await found('q=0%25')).toEqual(['first 100%']);
    expect(await found('q=SECOND&kind=comment')).toEqual(['second']);
    expect(await found(`integrationId=${integrationId}&videoId=${videoId}&status=open`)).toHaveLength(2);
    expect(await found(`integrationId=${randomUUID()}`)).toEqual([]);
    expect(await found('kind=message')).toEqual([]);
    const contactId = all.find((one) => one.lastMessageText === 'second')?.contact?.id;
    expect(await found(`contactId=${contactId}`)).toEqual(['second']);
    expect((await api.all<InboxConversation>(INBOX, 2)).map((page) => page.length)).toEqual([2, 1]);
    expect((await api.get(`${INBOX}?status=gone`)).status).toBe(400);
  });

  it('counts what is unread for each filter, and knows its users', async () => {
    const { api, videoId, integrationId } = await commentedTenant(connector());
    for (const text of ['one', 'two', 'three'])
      await writeComment(connector(), { videoId, text, username: `by.${text}` });
    const all = await untilConversations(api, 3);
    const [first, second] = all.map(({ id }) => id);
    const counts = async (query = '') => (await api.get(`${INBOX}/unread-counts${query}`)).body;

    expect(await counts()).toMatchObject({ total: 3, byStatus: { open: 3 }, isComplete: true });
    await api.post(`${INBOX}/${first}/read`, {});
    await api.post(`${INBOX}/${second}/assign`, { assignee: 'user-7' });
    await api.post(`${INBOX}/${second}/close`, {});

    expect(await counts()).toEqual({
      total: 2,
      byStatus: { open: 1, pending: 0, closed: 1 },
      byKind: { comment: 2, ad_comment: 0, message: 0 },
      byAccount: [{ integrationId, count: 2 }],
      byAssignment: { mine: 0, unassigned: 1 },
      isComplete: true,
    });
    expect(await counts('?assignee=user-7')).toMatchObject({
      total: 1,
      byStatus: { open: 0, closed: 1 },
      byAssignment: { mine: 0, unassigned: 1 },
    });
    expect(await counts(`?videoId=1`)).toMatchObject({ total: 0, byAccount: [] });
    expect((await api.get(`${INBOX}/unread-counts?kind=letter`)).status).toBe(400);
    expect(await connector().api().get(`${INBOX}/unread-counts`)).toMatchObject({ body: { total: 0 } });

    const users = async (caller = api) => (await caller.get('/api/crm/users')).body;
    expect(await users()).toEqual({ items: [{ id: 'tester' }, { id: 'user-7' }] });
    expect(await users(connector().api())).toEqual({ items: [] });
  });

  it('counts no more than 10,000 unread conversations, and says so', async () => {
    const { api, videoId } = await commentedTenant(connector());
    await writeComment(connector(), { videoId, text: 'popular' });
    const [{ id } = { id: '' }] = await untilConversations(api, 1);
    await connector().database.query(
      `INSERT INTO conversations (id, organisation_id, integration_id, kind, video_id, root_comment_id, unread_count, last_message_at)
       SELECT gen_random_uuid(), organisation_id, integration_id, kind, video_id, n::text, 1, last_message_at
       FROM conversations, generate_series(1, 10000) n WHERE id = $1`,
      [id],
    );

    expect(await api.get(`${INBOX}/unread-counts`)).toMatchObject({ body: { isComplete: false } });
    await connector().database.query(
      `DELETE FROM conversations WHERE id = (SELECT id FROM conversations WHERE root_comment_id = '1' AND video_id = $1)`,
      [videoId],
    );
    expect(await api.get(`${INBOX}/unread-counts`)).toMatchObject({
      body: { total: 10_000, isComplete: true },
    });
  });

  it('hides everything from another organisation, and changes from viewers', async () => {
    const { api, videoId, organisationId } = await commentedTenant(connector());
    await writeComment(connector(), { videoId, text: 'Secret' });
    const [conversation] = await untilConversations(api, 1);
    const id = conversation?.id ?? '';
    const [foreign, viewer] = [connector().api(), connector().api(organisationId, 'viewer')];

    expect(await conversationsOf(foreign)).toEqual([]);
    for (const path of [`${INBOX}/${id}`, `${INBOX}/${id}/messages`, `${INBOX}/abc`])
      expect(await foreign.get<ProblemBody>(path)).toMatchObject({
        status: 404,
        body: { code: 'unknown_conversation' },
      });
    for (const [action, body] of [
      ['assign', { assignee: 'x' }],
      ['close'],
      ['reopen'],
      ['pending'],
      ['read'],
    ] as const) {
      expect((await foreign.post(`${INBOX}/${id}/${action}`, body)).status).toBe(404);
      expect((await viewer.post(`${INBOX}/${id}/${action}`, body)).status).toBe(403);
    }
    expect(await foreign.get(`/api/crm/contacts/${conversation?.contact?.id}`)).toMatchObject({
      status: 404,
    });
    expect((await viewer.get(`${INBOX}/${id}`)).status).toBe(200);
    expect((await api.post(`${INBOX}/${id}/assign`, { assignee: '' })).status).toBe(400);
  });

  it('streams each change of a conversation', async () => {
    const { api, videoId, organisationId } = await commentedTenant(connector());
    const stream = await EventStream.open(connector(), organisationId, {}, '/api/crm/stream');
    await writeComment(connector(), { videoId, text: 'Live' });
    const states = () =>
      stream.events
        .map(({ data }) => data as unknown as InboxConversation)
        .map((one) => [one.unreadCount, one.status]);
    await eventually(() => states().length === 1);
    const [{ id } = { id: '' }] = await conversationsOf(api);
    await api.post(`${INBOX}/${id}/read`, {});
    await eventually(() => states().length === 2);
    await api.post(`${INBOX}/${id}/close`, {});
    await eventually(() => states().length === 3);

    expect(states()).toEqual([
      [1, 'open'],
      [0, 'open'],
      [0, 'closed'],
    ]);
    await stream.leave();
  });

  it('erases a contact, and does not bring it back', async () => {
    const { api, videoId, username } = await commentedTenant(connector());
    const root = await writeComment(connector(), { videoId, text: 'my phone is 123' });
    const [conversation] = await untilConversations(api, 1);
    const { id = '', contact } = conversation ?? {};

    const person = await personKey(root);
    const erased = await api.send<{ erasedMessages: number }>('DELETE', `/api/crm/contacts/${contact?.id}`);
    expect(erased).toMatchObject({
      status: 200,
      body: { erasedMessages: 1, contact: { personKey: null, name: null } },
    });
    const webhooks = async () => JSON.stringify((await api.get('/api/webhooks/events')).body);
    expect(await webhooks()).not.toContain(person);
    // TikTok sends the same comment again, and the person writes once more.
    await connector().sandbox.control('/webhooks/emit', {
      event: 'comment.update',
      account: username,
      content: `{"comment_id":${root},"video_id":${videoId},"parent_comment_id":0,"comment_type":"comment",
        "comment_action":"set_to_public","unique_identifier":"${person}","timestamp":${Date.now()},
        "text":"my phone is 123"}`,
    });
    await writeComment(connector(), { videoId, text: 'me again', parentCommentId: root });

    const opened = await eventually(async () => {
      const now = await openConversation(api, id);
      return now.messages.length === 2 && now;
    });
    expect(opened.messages.map(({ text, author }) => [text, author.contactId])).toEqual([
      ['me again', null],
      [null, null],
    ]);
    expect(opened.conversation.contact).toBeNull();
    expect(await webhooks()).not.toMatch(new RegExp(`${person}|my phone|me again`));
  });
});

/** The key of the author, as webhooks have it. */
async function personKey(commentId: string): Promise<string> {
  const [row] = await connector().database.query<{ person: string }>(
    'SELECT author_id AS person FROM messages WHERE comment_id = $1',
    [commentId],
  );
  return row?.person ?? '';
}

describe('GET /api/crm/conversations/:conversationId/messages', () => {
  it('pages through older messages', async () => {
    const { api, videoId } = await commentedTenant(connector());
    const root = await writeComment(connector(), { videoId, text: 'number 0' });
    for (let n = 1; n < 5; n += 1)
      await writeComment(connector(), { videoId, text: `number ${n}`, parentCommentId: root });
    const [{ id } = { id: '' }] = await untilConversations(api, 1);
    await eventually(async () => (await openConversation(api, id)).messages.length === 5);

    const pages = await api.all<InboxMessage>(`${INBOX}/${id}/messages`, 2);

    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat().map(({ text }) => text)).toEqual([4, 3, 2, 1, 0].map((n) => `number ${n}`));
  });
});

describe('/api/crm/saved-replies', () => {
  it('creates, changes, lists and deletes', async () => {
    const { api, organisationId } = await connector().tenant();
    const path = '/api/crm/saved-replies';
    const created = await api.post<{ id: string }>(path, { title: 'Hours', text: 'From 9' });
    expect(created.status).toBe(201);
    const own = `${path}/${created.body.id}`;

    expect((await api.send('PUT', own, json({ title: 'Hours', text: 'From 10' }))).body).toMatchObject({
      text: 'From 10',
      updatedBy: 'tester',
    });
    expect((await api.get<PageBody<unknown>>(path)).body.items).toHaveLength(1);
    expect(
      (await connector().api(organisationId, 'viewer').post(path, { title: 'a', text: 'b' })).status,
    ).toBe(403);
    expect((await connector().api().get(own)).status).toBe(404);
    expect((await connector().api().send('DELETE', own)).status).toBe(404);
    expect((await api.post(path, { title: '', text: 'x' })).status).toBe(400);
    expect((await api.send('DELETE', own)).status).toBe(200);
    expect(await api.get(own)).toMatchObject({ status: 404, body: { code: 'unknown_saved_reply' } });
  });
});

function json(body: object): RequestInit {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
