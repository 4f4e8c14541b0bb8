import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import {
  UNLIMITED,
  answeringTenant,
  messagesIn,
  postedReplies,
  REPLY,
  REPLY_LIST,
  untilReply,
  type AnsweringTenant,
  type Outgoing,
} from '../../support/given/answering.js';
import { openConversation } from '../../support/given/inbox.js';
import { settledEvents } from '../../support/given/webhook-deliveries.js';

const connector = useConnector({
  sandbox: UNLIMITED,
  environment: { CRM_LIMITED_AFTER_MINUTES: '0', CRM_SETTLE_SECONDS: '1', CRM_CHECKS: '2' },
});

const pathOf = ({ conversationId }: { conversationId: string }) => `/api/crm/conversations/${conversationId}`;
const reply = (tenant: AnsweringTenant, text: string, more: object = {}) =>
  tenant.api.post<Outgoing & ProblemBody>(`${pathOf(tenant)}/reply`, { text, ...more });
const accepted = async (tenant: AnsweringTenant, text: string, more: object = {}) => {
  const answer = await reply(tenant, text, more);
  expect(answer).toMatchObject({ status: 202 });
  return answer;
};
const settled = (tenant: AnsweringTenant, id: string) =>
  untilReply(tenant, id, ({ action }) => action !== 'wait');
const texts = async (tenant: AnsweringTenant) =>
  (await postedReplies(connector(), tenant)).map(({ text }) => text);

describe('POST /api/crm/conversations/:conversationId/reply', () => {
  it('answers at once, posts the reply, and shows it as one message with its echo', async () => {
    const tenant = await answeringTenant(connector());

    const { status, body } = await reply(tenant, 'Ten euros 👍');

    expect(status).toBe(202);
    expect(body).toMatchObject({ status: 'queued', action: 'wait', text: 'Ten euros 👍', warnings: [] });
    const confirmed = await settled(tenant, body.id);
    expect(confirmed).toMatchObject({ status: 'confirmed', statusText: 'Posted.', action: null });
    const [posted] = await postedReplies(connector(), tenant);
    expect(posted).toMatchObject({
      id: confirmed.commentId,
      text: 'Ten euros 👍',
      parentId: tenant.commentId,
    });
    // The viewer's comment, and the two events of the reply.
    await eventually(async () => (await settledEvents(tenant.api, 'comment.update')).length === 3);
    const messages = await messagesIn(tenant);
    expect(messages.map(({ commentId }) => commentId)).toEqual([tenant.commentId, confirmed.commentId]);
  });

  it('answers the named message', async () => {
    const tenant = await answeringTenant(connector());
    const { commentId } = await connector().sandbox.control<{ commentId: string }>('/comments', {
      username: 'two.spoons',
      videoId: tenant.videoId,
      parentCommentId: tenant.commentId,
      text: 'Me too',
    });
    const message = await eventually(async () =>
      (await messagesIn(tenant)).find((one) => one.commentId === commentId),
    );

    const { body } = await accepted(tenant, 'Both of you: ten euros', { messageId: message.id });

    expect(body.messageId).toBe(message.id);
    expect(await settled(tenant, body.id)).toMatchObject({ status: 'confirmed' });
  });

  it('sends the replies of a conversation in order', async () => {
    const tenant = await answeringTenant(connector());
    const sent = ['one', 'two', 'three', 'four'];
    const ids: string[] = [];
    for (const text of sent) ids.push((await reply(tenant, text)).body.id);
    for (const id of ids) expect(await settled(tenant, id)).toMatchObject({ status: 'confirmed' });

    expect(await texts(tenant)).toEqual(sent);
    const { body } = await tenant.api.get<PageBody<Outgoing>>(`${pathOf(tenant)}/replies`);
    expect(body.items.map(({ text }) => text)).toEqual(sent.toReversed());
  });

  it('posts once for two calls with one key', async () => {
    const tenant = await answeringTenant(connector());
    const api = tenant.api.with({ 'idempotency-key': randomUUID() });

    const [first, second] = [
      await reply({ ...tenant, api }, 'once'),
      await reply({ ...tenant, api }, 'once'),
    ];

    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body.id).toBe(first.body.id);
    await settled(tenant, first.body.id);
    expect(await texts(tenant)).toEqual(['once']);
  });

  it.each([
    ['an empty text', '', 'must not be empty'],
    ['blanks', ' \n ', 'must not be empty'],
    ['characters that show nothing', '\u{200B}\u{202E}', 'must not be empty'],
    ['a text that is too long', 'x'.repeat(1_201), 'at most 1200'],
  ])('refuses %s, and names the field', async (_case, text, message) => {
    const tenant = await answeringTenant(connector());
    const { status, body } = await reply(tenant, text);
    expect([status, body.code]).toEqual([422, 'reply_text']);
    expect(body.errors).toEqual([
      expect.objectContaining({ field: 'text', message: expect.stringContaining(message) }),
    ]);
    expect(await texts(tenant)).toEqual([]);
  });

  it('takes the longest text', async () => {
    const tenant = await answeringTenant(connector());
    const { body } = await accepted(tenant, 'x'.repeat(1_200));
    expect(await settled(tenant, body.id)).toMatchObject({ status: 'confirmed' });
  });

  it('refuses a viewer, and another organisation', async () => {
    const tenant = await answeringTenant(connector());
    const viewer = connector().api(tenant.organisationId, 'viewer');
    expect((await reply({ ...tenant, api: viewer }, 'hi')).status).toBe(403);
    const other = await reply({ ...tenant, api: connector().api() }, 'hi');
    expect([other.status, other.body.code]).toEqual([404, 'unknown_conversation']);
  });

  it.each([randomUUID(), 'abc'])('returns 404 for the unknown message or conversation %s', async (id) => {
    const tenant = await answeringTenant(connector());
    expect((await reply({ ...tenant, conversationId: id }, 'hi')).status).toBe(404);
    const { status, body } = await reply(tenant, 'hi', { messageId: randomUUID() });
    expect([status, body.code]).toEqual([404, 'unknown_message']);
  });

  it('refuses a reply to a comment that is known to be deleted', async () => {
    const tenant = await answeringTenant(connector());
    await connector().sandbox.client.control(`/comments/${tenant.commentId}`, {}, 'DELETE');
    await eventually(async () => (await messagesIn(tenant))[0]?.visibility === 'deleted');
    const { status, body } = await reply(tenant, 'hi');
    expect([status, body.code]).toEqual([409, 'comment_deleted']);
  });

  it('fails with a reason if the comment was deleted in the meantime', async () => {
    const tenant = await answeringTenant(connector());
    await connector().sandbox.fault({ match: REPLY, kind: 'error_code', code: '40007', times: 1 });
    const { body } = await accepted(tenant, 'hi');
    expect(await settled(tenant, body.id)).toMatchObject({
      status: 'failed',
      failCode: 'comment_gone',
      action: null,
      statusText: expect.stringContaining('deleted on TikTok'),
    });
  });

  it('refuses an account that may not write comments, with the reason and the fix', async () => {
    const tenant = await answeringTenant(connector());
    await connector().database.query(
      `UPDATE credentials SET scopes = array_remove(scopes, 'comment.list.manage')
       WHERE id = (SELECT account_credential_id FROM integrations WHERE id = $1)`,
      [tenant.integrationId],
    );
    const { status, body } = await reply(tenant, 'hi');
    expect([status, body.code]).toEqual([409, 'capability_missing']);
    expect(body.detail).toMatch(/comment\.list\.manage.*Connect the account again/);
  });

  it('refuses a disconnected account', async () => {
    const tenant = await answeringTenant(connector());
    await connector().database.query(`UPDATE integrations SET status = 'expired' WHERE id = $1`, [
      tenant.integrationId,
    ]);
    const { status, body } = await reply(tenant, 'hi');
    expect([status, body.code]).toEqual([409, 'capability_missing']);
    expect(body.detail).toContain('The connection is expired');
  });
});

describe('while TikTok is down', () => {
  it('keeps a reply that certainly was not sent, and sends it later', async () => {
    const tenant = await answeringTenant(connector());
    await connector().sandbox.fault({ match: REPLY, kind: 'rate_limited', times: 1 });
    const { body } = await accepted(tenant, 'later');
    await untilReply(tenant, body.id, ({ status }) => status === 'queued');
    await eventually(async () => (await connector().sandbox.calls(REPLY)) > 0);
    await eventually(async () => {
      await connector().hurry('crm-outbox');
      return (await texts(tenant)).length === 1;
    });
    expect(await settled(tenant, body.id)).toMatchObject({ status: 'confirmed' });
  });

  it('never sends again after a server error, and says what the user can do', async () => {
    const tenant = await answeringTenant(connector());
    const before = await connector().sandbox.calls(REPLY);
    await connector().sandbox.fault({ match: REPLY, kind: 'http500_html', status: 502, times: 1 });
    const { body } = await accepted(tenant, 'lost?');

    const unknown = await settled(tenant, body.id);

    expect(unknown).toMatchObject({ status: 'unknown', action: 'check', commentId: null });
    expect(unknown.statusText).toMatch(/Open the post on TikTok/);
    expect((await connector().sandbox.calls(REPLY)) - before).toBe(1);
    expect(await texts(tenant)).toEqual([]);
  });

  it('finds the reply after a lost answer', async () => {
    const tenant = await answeringTenant(connector());
    await connector().sandbox.fault({ match: REPLY, kind: 'lost_response', times: 1 });
    const { body } = await accepted(tenant, 'found');
    const found = await settled(tenant, body.id);
    expect(found).toMatchObject({ status: 'confirmed' });
    expect(await postedReplies(connector(), tenant)).toMatchObject([{ id: found.commentId }]);
  });

  it('joins a late echo with a reply whose search has ended', async () => {
    const tenant = await answeringTenant(connector());
    await connector().sandbox.fault(
      { match: REPLY, kind: 'lost_response', times: 1 },
      { match: REPLY_LIST, kind: 'error_code', code: '40002' },
    );
    await connector().sandbox.control('/settings', { business: { commentPublicEvent: false } });
    const { body } = await accepted(tenant, 'late echo');
    await settled(tenant, body.id);
    await connector().sandbox.clearFaults();

    const { status } = await tenant.api.post(`${pathOf(tenant)}/replies/${body.id}/check`, {});

    expect(status).toBe(200);
    expect(await settled(tenant, body.id)).toMatchObject({ status: 'confirmed' });
    expect((await messagesIn(tenant)).filter(({ text }) => text === 'late echo')).toHaveLength(1);
    await connector().sandbox.control('/settings', { business: { commentPublicEvent: true } });
  });
});

it('joins a late echo in which TikTok has tidied the text', async () => {
  const tenant = await answeringTenant(connector());
  await connector().sandbox.fault({ match: REPLY, kind: 'http500_html', times: 1 });
  const { body } = await accepted(tenant, ' Ten\n\u00a0euros, cafe\u0301 ');
  expect(await settled(tenant, body.id)).toMatchObject({ status: 'unknown', action: 'check' });

  const { username, videoId, commentId: parentCommentId } = tenant;
  const text = 'Ten euros, caf\u00e9';
  const { commentId } = await connector().sandbox.control<{ commentId: string }>('/comments', {
    username,
    videoId,
    parentCommentId,
    text,
  });

  expect(await untilReply(tenant, body.id, ({ status }) => status === 'confirmed')).toMatchObject({
    commentId,
  });
});

describe('POST /api/crm/conversations/:conversationId/replies/:replyId/retry', () => {
  it('sends a failed reply again as a new one, once', async () => {
    const tenant = await answeringTenant(connector());
    await connector().sandbox.fault({ match: REPLY, kind: 'error_code', code: '40002', times: 1 });
    const { body } = await accepted(tenant, 'again');
    expect(await settled(tenant, body.id)).toMatchObject({
      status: 'failed',
      action: 'retry',
      failCode: '40002',
    });
    const failed = await openConversation(tenant.api, tenant.conversationId);
    expect(failed.unconfirmed).toMatchObject([{ id: body.id, status: 'failed' }]);
    expect(failed.timeline).toMatchObject([
      { type: 'reply_failed', actor: null, details: { replyId: body.id, code: '40002' } },
    ]);
    expect(failed.direct).toBeNull();

    const path = `${pathOf(tenant)}/replies/${body.id}/retry`;
    const [first, second] = [
      await tenant.api.post<Outgoing>(path, {}),
      await tenant.api.post<Outgoing>(path, {}),
    ];

    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body.id).toBe(first.body.id);
    expect(first.body.id).not.toBe(body.id);
    expect(await settled(tenant, first.body.id)).toMatchObject({ status: 'confirmed' });
    expect(await texts(tenant)).toEqual(['again']);
    expect((await openConversation(tenant.api, tenant.conversationId)).unconfirmed).toEqual([]);
  });

  it('is not sent once the service finds the lost reply', async () => {
    const tenant = await answeringTenant(connector());
    await connector().sandbox.control('/settings', { business: { commentPublicEvent: false } });
    await connector().sandbox.fault(
      { match: REPLY, kind: 'lost_response', times: 1 },
      { match: REPLY_LIST, kind: 'error_code', code: '40002' },
    );
    const lost = (await accepted(tenant, 'only once')).body.id;
    expect(await settled(tenant, lost)).toMatchObject({ status: 'unknown', action: 'check' });
    // Until then, TikTok takes nothing.
    await connector().sandbox.fault({ match: REPLY, kind: 'rate_limited' });
    const path = `${pathOf(tenant)}/replies/${lost}`;
    const again = (await tenant.api.post<Outgoing>(`${path}/retry`, {})).body.id;
    const third = await tenant.api.post<Outgoing & ProblemBody>(
      `${pathOf(tenant)}/replies/${again}/retry`,
      {},
    );
    expect(third.body.code).toBe('reply_not_failed');
    await eventually(async () => {
      const rows = await connector().database.query(
        `UPDATE crm_outbox SET due_at = now() + interval '1 hour'
         WHERE id = $1 AND last_error IS NOT NULL AND (lease_until IS NULL OR lease_until < now()) RETURNING id`,
        [again],
      );
      return rows.length === 1;
    });
    await connector().sandbox.clearFaults();

    await tenant.api.post(`${path}/check`, {});

    expect(await settled(tenant, lost)).toMatchObject({ status: 'confirmed' });
    const ended = await eventually(async () => {
      await connector().hurry('crm-outbox');
      const row = await untilReply(tenant, again, () => true);
      return row.status !== 'queued' && row;
    });
    expect(ended).toMatchObject({
      status: 'failed',
      failCode: 'already_posted',
      action: null,
      statusText: expect.stringContaining('found the earlier one'),
    });
    expect(await texts(tenant)).toEqual(['only once']);
    await connector().sandbox.control('/settings', { business: { commentPublicEvent: true } });
  });

  it('refuses to send a posted reply again', async () => {
    const tenant = await answeringTenant(connector());
    const { body } = await accepted(tenant, 'posted');
    await settled(tenant, body.id);
    const answer = await tenant.api.post<ProblemBody>(`${pathOf(tenant)}/replies/${body.id}/retry`, {});
    expect([answer.status, answer.body.code]).toEqual([409, 'reply_not_failed']);
  });
});

it('warns of similar replies', async () => {
  const tenant = await answeringTenant(connector());
  const warnings: unknown[] = [];
  for (let n = 0; n < 4; n += 1) warnings.push((await reply(tenant, 'Thanks!')).body.warnings);
  expect(warnings).toEqual([[], [], [], ['similar_replies']]);
});
