import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../testing/eventually.js';
import { WebhookReceiver } from '../../testing/webhook-receiver.js';
import { BusinessClient } from '../testing/business-client.js';

type Row = Record<string, unknown>;

const SCOPES = 'user.info.basic,message.list.read,message.list.send,message.list.manage';
const HOUR = 3_600;

const template = (type: string, title: string) => ({
  message_type: 'TEMPLATE',
  template: { type, title: 'Sizes', buttons: [{ type: 'REPLY', title, id: '1' }] },
});

const quoting = (id: unknown) => ({ referenced_message_info: { referenced_message_id: id } });

describe('direct messages', () => {
  let client: BusinessClient;
  let receiver: WebhookReceiver;
  let account: { token: string; businessId: string };
  let recipient: string;
  beforeEach(async () => {
    receiver = await WebhookReceiver.start();
    client = await BusinessClient.start({ webhookUrl: receiver.url, business: { accountPerMinute: 0 } });
    account = await client.accountToken(SCOPES);
    recipient = await hear('Do you ship to Peru?');
  });
  afterEach(async () => {
    await client.close();
    await receiver.close();
  });

  const hear = async (text: string): Promise<string> => {
    const body = { username: 'lena.k', text };
    return (await client.control<{ conversationId: string }>('/business/messages', body)).json.conversationId;
  };
  const get = <Data = Row>(path: string, query: Row) =>
    client.get<Data>(
      `/business/message/${path}/`,
      { business_id: account.businessId, ...query },
      account.token,
    );
  const send = (more: Row = {}) =>
    client.post<{ message: Row }>(
      '/business/message/send/',
      {
        business_id: account.businessId,
        recipient_type: 'CONVERSATION',
        recipient,
        message_type: 'TEXT',
        text: { body: 'We do' },
        ...more,
      },
      account.token,
    );
  const conversations = async (conversation_type: string) =>
    (await get<{ conversations: Row[] }>('conversation/list', { conversation_type })).data.conversations;

  it('come from strangers until the owner has answered, and tell the app of both', async () => {
    expect(await conversations('STRANGER')).toEqual([
      { conversation_id: recipient, update_time: expect.any(Number) },
    ]);
    const { data } = await send();
    expect([await conversations('STRANGER'), (await conversations('SINGLE')).length]).toEqual([[], 1]);
    const content = await get<{ messages: Row[]; participants: Row[] }>('content/list', {
      conversation_id: recipient,
    });
    expect(content.data.messages).toMatchObject([
      {
        message_id: data.message['message_id'],
        text: { body: 'We do' },
        sender: 'demo',
        recipient: 'lena.k',
      },
      { message_type: 'TEXT', text: { body: 'Do you ship to Peru?' }, sender: 'lena.k', recipient: 'demo' },
    ]);
    expect(content.data.participants).toMatchObject([
      { role: 'BUSINESS_ACCOUNT', id: account.businessId },
      { role: 'PERSONAL_ACCOUNT', display_name: 'lena.k', is_follower: false },
    ]);
    await eventually(() => Promise.resolve(receiver.received.length === 2));
    expect(receiver.events().toSorted()).toEqual(['im_receive_msg', 'im_send_msg']);
  });

  it.each([
    ['official', [0, ...Array.from({ length: 9 }, () => 0), 40_064]],
    ['strict', [0, ...Array.from({ length: 9 }, () => 0), 40_064]],
    ['open', Array.from({ length: 12 }, () => 0)],
  ])('%s: so many before an answer', async (messageWindow, codes) => {
    await client.control('/settings', { business: { messageWindow } });
    const seen: number[] = [];
    for (let index = 0; index < codes.length; index += 1) seen.push((await send()).code);
    expect(seen).toEqual(codes);
  });

  it('are three after two days of silence, or none when it is strict', async () => {
    await send();
    await hear('Thanks');
    await client.advance(49 * HOUR);
    account = await client.accountToken(SCOPES);
    await client.control('/settings', { business: { messageWindow: 'strict' } });
    expect((await send()).code).toBe(40_064);
    await client.control('/settings', { business: { messageWindow: 'official' } });
    const codes = [await send(), await send(), await send(), await send()].map(({ code }) => code);
    expect(codes).toEqual([0, 0, 0, 40_064]);
  });

  it.each([
    ['6,001 characters', { text: { body: 'x'.repeat(6_001) } }, 40_002],
    ['no text', { text: undefined }, 40_002],
    ['an unknown conversation', { recipient: 'x' }, 40_007],
    ['a conversation whose + was not encoded', { recipient: 'a b' }, 40_002],
    ['a long button', template('QA_BUTTON_CARD', 'x'.repeat(21)), 40_002],
    ['a long link', template('QA_LINK_CARD', 'x'.repeat(41)), 40_002],
    ['a link', template('QA_LINK_CARD', 'x'.repeat(40)), 0],
    ['an unknown picture', { text: undefined, message_type: 'IMAGE', image: { media_id: '1' } }, 40_007],
    ['a text beside a picture', { image: { media_id: '1' } }, 40_002],
    ['a post of another', { message_type: 'SHARE_POST', share_post: { item_id: '1' } }, 40_002],
    ['typing', { message_type: 'SENDER_ACTION', sender_action: 'TYPING' }, 0],
  ])('%s', async (_case, more, code) => {
    expect((await send(more)).code).toBe(code);
  });

  it.each([
    ['a closed region', { region: 'closed' }],
    ['the US without a review', { region: 'us' }],
    ['a personal account', { isPersonal: true }],
  ])('do not exist for %s', async (_case, traits) => {
    await client.control('/business/messaging', traits);
    expect((await send()).code).toBe(40_001);
    expect((await get('conversation/list', { conversation_type: 'SINGLE' })).code).toBe(40_001);
  });

  it('are refused by one code for every reason, until the person writes', async () => {
    await client.control('/business/messages/block', { username: 'lena.k', cause: 'privacy' });
    expect((await send()).code).toBe(40_064);
    await hear('Hello again');
    await client.control('/settings', { business: { messagesPerMinute: 1, messageWindow: 'open' } });
    expect([(await send()).code, (await send()).code]).toEqual([0, 40_064]);
  });

  it('quote texts, pictures and posts of the conversation, and only in texts', async () => {
    const { data } = await send();
    const answer = await send(quoting(data.message['message_id']));
    const content = await get<{ messages: Row[] }>('content/list', { conversation_id: recipient });
    expect(content.data.messages[0]).toMatchObject({
      message_id: answer.data.message['message_id'],
      ...quoting(data.message['message_id']),
    });
    expect((await send(quoting('1'))).code).toBe(40_007);
    const card = template('QA_BUTTON_CARD', 'Large');
    expect((await send({ ...card, text: undefined, ...quoting(data.message['message_id']) })).code).toBe(
      40_002,
    );
  });

  it('have pictures only where the market allows them, behind a URL for a day and the token', async () => {
    const infos = {
      conversation_id: recipient,
      conversation_type: 'STRANGER',
      capability_types: ['IMAGE_SEND'],
    };
    const allowed = { capability_infos: [{ capability_type: 'IMAGE_SEND', capability_result: true }] };
    expect((await get('capabilities/get', infos)).data).toEqual(allowed);
    const picture = { username: 'lena.k', type: 'IMAGE', content: { media_id: 'm1' } };
    const heard = await client.control<{ messageId: string }>('/business/messages', picture);
    const { data } = await client.post<{ download_url: string }>(
      '/business/message/media/download/',
      {
        business_id: account.businessId,
        conversation_id: recipient,
        message_id: heard.json.messageId,
        media_id: 'm1',
        media_type: 'IMAGE',
      },
      account.token,
    );
    const load = (headers: Record<string, string>) => fetch(data.download_url, { headers });
    expect((await load({})).status).toBe(403);
    const loaded = await load({ 'x-user': account.token });
    expect([loaded.status, loaded.headers.get('content-type')]).toEqual([200, 'image/png']);
    await client.advance(25 * HOUR);
    expect((await load({ 'x-user': account.token })).status).toBe(403);
    account = await client.accountToken(SCOPES);
    await client.control('/business/messaging', { images: false });
    expect((await get('capabilities/get', infos)).data).not.toEqual(allowed);
  });

  it('need their scope', async () => {
    account = await client.accountToken('user.info.basic,message.list.read');
    expect((await send()).code).toBe(40_001);
  });
});
