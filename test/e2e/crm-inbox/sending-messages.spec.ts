import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { ProblemBody } from '../../support/api-client.js';
import { UNLIMITED } from '../../support/given/answering.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import {
  CONTENT_LIST,
  MESSAGE_SCOPES,
  messagesOf,
  messagingTenant,
  SEND,
  sentAtTikTok,
  untilMessages,
  write,
} from '../../support/given/direct-messages.js';
import { openConversation } from '../../support/given/inbox.js';

const connector = useConnector({
  sandbox: UNLIMITED,
  environment: {
    TIKTOK_BUSINESS_ACCOUNT_SCOPES: MESSAGE_SCOPES,
    CRM_SETTLE_SECONDS: '1',
    CRM_MESSAGE_LIMITS_OFFICIAL: '4/unlimited/3',
  },
});

interface Outgoing {
  id: string;
  status: string;
  statusText: string;
  action: string | null;
  failCode: string | null;
}

interface Chat extends Tenant {
  conversationId: string;
}

/** A person has written to the account. */
async function chat(): Promise<Chat> {
  const tenant = await messagingTenant(connector());
  await write(connector(), tenant, { text: 'Price?' });
  const { conversation } = await untilMessages(connector(), tenant, 1);
  return { ...tenant, conversationId: conversation.id };
}

const path = ({ conversationId }: Chat, rest: string) => `/api/crm/conversations/${conversationId}/${rest}`;
const send = <Body = Outgoing>(one: Chat, body: object) => one.api.post<Body>(path(one, 'messages'), body);

function until(one: Chat, id: string, status: string): Promise<Outgoing> {
  return eventually(async () => {
    const { body } = await one.api.get<Outgoing>(path(one, `replies/${id}`));
    if (body.status === 'failed' && status !== 'failed') throw new Error(body.statusText);
    return body.status === status && body;
  });
}

interface Window {
  isOpen: boolean;
  reason: string | null;
  messagesLeft: number | null;
}

async function window(one: Chat): Promise<Window> {
  return (await one.api.get<{ window: Window }>(path(one, 'direct'))).body.window;
}

describe('POST /api/crm/conversations/{conversationId}/messages', () => {
  it('sends a text once, which becomes a message of the conversation', async () => {
    const one = await chat();
    const { status, body } = await send(one, { text: 'Ten euros' });
    expect([status, body.status]).toEqual([202, 'queued']);
    await until(one, body.id, 'confirmed');
    const { messages } = await untilMessages(connector(), one, 2);
    expect(messages.find(({ direction }) => direction === 'out')).toMatchObject({
      type: 'text',
      text: 'Ten euros',
    });
    expect((await sentAtTikTok(connector(), one)).map(({ content }) => content)).toEqual([
      { body: 'Ten euros' },
    ]);
  });

  it('sends images, posts and cards, and quotes a message', async () => {
    const one = await chat();
    const [heard] = await messagesOf(connector(), one.conversationId);
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
      'base64',
    );
    const upload = () =>
      one.api.send<{ id: string }>('POST', path(one, 'images'), {
        body: png,
        headers: { 'content-type': 'image/png' },
      });
    const image = (await upload()).body;
    expect((await upload()).body.id).toBe(image.id);
    const { videos } = await connector().sandbox.read<{ videos: { id: string }[] }>(
      `/videos?account=${one.username}`,
    );
    const videoId = videos[0]?.id;
    const card = {
      style: 'buttons',
      title: 'Which size?',
      answers: [{ title: 'S' }, { title: 'L', id: 'l' }],
    };
    for (const body of [
      { imageId: image.id },
      { videoId },
      { card },
      { text: 'This', quotedMessageId: heard?.id },
    ]) {
      const answer = await send(one, body);
      expect(answer).toMatchObject({ status: 202 });
      await until(one, answer.body.id, 'confirmed');
    }
    const sent = await sentAtTikTok(connector(), one);
    expect(sent.map(({ type }) => type)).toEqual(['IMAGE', 'SHARE_POST', 'TEMPLATE', 'TEXT']);
    expect(sent.at(-1)).toMatchObject({ quotes: heard?.platformId });
    expect(sent[2]?.content).toMatchObject({ buttons: [{ id: '1' }, { id: 'l' }] });
  });

  it.each([
    ['no content', {}, 400, 'text'],
    ['two contents', { text: 'a', videoId: '7602997517160123666' }, 400, 'text'],
    ['blanks', { text: '  ' }, 422, 'text'],
    ['6,001 characters', { text: 'x'.repeat(6_001) }, 422, 'text'],
    [
      'a quote without a text',
      { videoId: '7602997517160123666', quotedMessageId: randomUUID() },
      400,
      'quotedMessageId',
    ],
    [
      'a long button',
      { card: { style: 'buttons', title: 'Size?', answers: [{ title: 'x'.repeat(21) }] } },
      422,
      'card.answers.0.title',
    ],
  ])('refuses %s and names the field', async (_case, body, status, field) => {
    const one = await chat();
    const answer = await send<ProblemBody>(one, body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors?.[0]?.field).toBe(field);
    expect(await sentAtTikTok(connector(), one)).toEqual([]);
  });

  it('is closed to viewers, to other organisations and to conversations of comments', async () => {
    const one = await chat();
    const other = await messagingTenant(connector());
    expect((await other.api.post(path(one, 'messages'), { text: 'Hi' })).status).toBe(404);
    const viewer = connector().api(one.organisationId, 'viewer');
    expect((await viewer.post(path(one, 'messages'), { text: 'Hi' })).status).toBe(403);
  });

  it('answers 409 once the messages of the window are used, before TikTok is called', async () => {
    const one = await chat();
    for (let index = 0; index < 4; index += 1)
      expect((await send(one, { text: `Message ${index}` })).status).toBe(202);
    const refused = await send<ProblemBody>(one, { text: 'One more' });
    expect([refused.status, refused.body.code]).toEqual([409, 'messaging_window_closed']);
    expect(await window(one)).toMatchObject({ isOpen: false, reason: 'limit_reached' });
    await eventually(async () => (await sentAtTikTok(connector(), one)).length > 0);
    await write(connector(), one, { text: 'Thanks' });
    await eventually(async () => (await window(one)).messagesLeft === null && (await window(one)).isOpen);
  });

  it('blocks the conversation after 40064 until the person writes', async () => {
    const one = await chat();
    await connector().sandbox.control('/business/messages/block', {
      account: one.username,
      username: 'lena.k',
    });
    const { body } = await send(one, { text: 'Hi' });
    expect(await until(one, body.id, 'failed')).toMatchObject({ failCode: '40064' });
    expect(await openConversation(one.api, one.conversationId)).toMatchObject({
      direct: { window: { isOpen: false, reason: 'blocked_by_tiktok' } },
      unconfirmed: [{ id: body.id, status: 'failed' }],
      timeline: [{ type: 'reply_failed', details: { code: '40064', kind: 'direct_message' } }],
    });
    const calls = await connector().sandbox.calls(SEND);
    expect((await send<ProblemBody>(one, { text: 'Again' })).body.code).toBe('messaging_window_closed');
    expect(await window(one)).toMatchObject({ reason: 'blocked_by_tiktok' });
    expect(await connector().sandbox.calls(SEND)).toBe(calls);
    await write(connector(), one, { text: 'Are you there?' });
    await eventually(async () => (await window(one)).isOpen);
    await until(one, (await send(one, { text: 'Yes' })).body.id, 'confirmed');
  });

  it.each([
    ['the echo', [{ match: CONTENT_LIST, kind: 'error_code', code: '50000' }], false],
    ['the list', [], true],
  ])('settles a lost answer by %s, and never sends again', async (_case, faults, isEchoLate) => {
    const one = await chat();
    if (isEchoLate)
      await connector().sandbox.control('/settings', { business: { messageEchoMs: 3_600_000 } });
    await connector().sandbox.fault({ match: SEND, kind: 'lost_response', times: 1 }, ...faults);
    const { body } = await send(one, { text: `Ten euros ${randomUUID()}` });
    await until(one, body.id, 'confirmed');
    expect((await sentAtTikTok(connector(), one)).length).toBe(1);
    await connector().sandbox.clearFaults();
    await connector().sandbox.control('/settings', { business: { messageEchoMs: 0 } });
    expect((await messagesOf(connector(), one.conversationId)).length).toBe(2);
  });

  it('sends one message for one idempotency key', async () => {
    const one = await chat();
    const api = one.api.with({ 'idempotency-key': randomUUID() });
    const first = await api.post<Outgoing>(path(one, 'messages'), { text: 'Once' });
    const again = await api.post<Outgoing>(path(one, 'messages'), { text: 'Once' });
    expect(again.body.id).toBe(first.body.id);
    await until(one, first.body.id, 'confirmed');
    expect((await sentAtTikTok(connector(), one)).length).toBe(1);
  });

  it('refuses images where a market has none', async () => {
    const one = await chat();
    await connector().sandbox.control('/business/messaging', { account: one.username, images: false });
    const refused = await send<ProblemBody>(one, { imageId: randomUUID() });
    expect([refused.status, refused.body.code]).toEqual([409, 'images_unavailable']);
  });

  it('shows typing and reading, which are no messages', async () => {
    const one = await chat();
    expect((await one.api.post(path(one, 'typing'), {})).status).toBe(204);
    expect((await one.api.post(path(one, 'seen'), {})).status).toBe(204);
    expect(await sentAtTikTok(connector(), one)).toEqual([]);
  });
});
