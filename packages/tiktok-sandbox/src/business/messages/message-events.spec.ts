import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../testing/eventually.js';
import { WebhookReceiver } from '../../testing/webhook-receiver.js';
import { BusinessClient } from '../testing/business-client.js';

type Row = Record<string, unknown>;

const SCOPES = 'user.info.basic,message.list.read,message.list.send,message.list.manage';

describe('events of direct messages', () => {
  let client: BusinessClient;
  let receiver: WebhookReceiver;
  let account: { token: string; businessId: string };
  beforeEach(async () => {
    receiver = await WebhookReceiver.start();
    client = await BusinessClient.start({ webhookUrl: receiver.url, business: { accountPerMinute: 0 } });
    account = await client.accountToken(SCOPES);
  });
  afterEach(async () => {
    await client.close();
    await receiver.close();
  });

  const write = async (more: Row = {}) => {
    const body = { username: 'lena.k', text: 'Hello?', ...more };
    return (await client.control<{ conversationId: string; messageId: string }>('/business/messages', body))
      .json;
  };
  const does = (what: string, more: Row = {}) =>
    client.control(`/business/messages/${what}`, { username: 'lena.k', ...more });
  const send = (recipient: string, more: Row = {}) =>
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
  const content = (event: string): Row[] =>
    receiver.received
      .map(({ body }) => JSON.parse(body) as { event: string; content: string })
      .filter((one) => one.event === event)
      .map((one) => JSON.parse(one.content) as Row);
  const has = (event: string, count = 1) =>
    eventually(() => Promise.resolve(content(event).length === count));

  it('names the writer of a message and where it was written', async () => {
    const { conversationId, messageId } = await write();
    await write({ fromOwner: true, text: 'From my phone' });
    await send(conversationId);
    await has('im_send_msg', 2);
    expect(content('im_receive_msg')).toEqual([
      {
        conversation_id: conversationId,
        message_id: messageId,
        from: 'lena.k',
        to: 'demo',
        from_user: { id: expect.any(String), role: 'personal_account' },
        to_user: { id: account.businessId, role: 'business_account' },
        unique_identifier: expect.any(String),
        timestamp: expect.any(Number),
        type: 'text',
        text: { body: 'Hello?' },
        scene_type: 0,
        is_follower: false,
        message_tag: { source: 'APP' },
      },
    ]);
    const sent = content('im_send_msg').map(({ message_tag, from, from_user }) => ({
      message_tag,
      from,
      role: (from_user as Row)['role'],
    }));
    expect(sent).toEqual(
      expect.arrayContaining([
        { message_tag: { source: 'APP' }, from: 'demo', role: 'business_account' },
        { message_tag: { source: 'API' }, from: 'demo', role: 'business_account' },
      ]),
    );
  });

  it('names posts and templates in other words than the call', async () => {
    const { conversationId } = await write();
    const template = {
      type: 'QA_BUTTON_CARD',
      title: 'Sizes',
      buttons: [{ type: 'REPLY', title: 'Large', id: 'l' }],
    };
    expect((await send(conversationId, { message_type: 'TEMPLATE', template, text: undefined })).code).toBe(
      0,
    );
    await has('im_send_msg');
    expect(content('im_send_msg')[0]).toMatchObject({
      type: 'template',
      template: {
        type: 'qa_button_card',
        elements: [{ title: 'Sizes', buttons: [{ type: 'REPLY', text: 'Large', id: 'l' }] }],
      },
    });
  });

  it('strips the message of a European to the receiver and the time', async () => {
    await write({ european: true });
    await has('im_receive_msg_eu');
    expect(content('im_receive_msg_eu')).toEqual([
      {
        to: 'demo',
        to_user: { id: account.businessId, role: 'business_account' },
        timestamp: expect.any(Number),
      },
    ]);
    expect(content('im_receive_msg')).toEqual([]);
  });

  it('reports reactions, reading and referrals', async () => {
    const { conversationId } = await write();
    const sent = await send(conversationId);
    await does('react', { emoji: '🎉' });
    await does('react', { remove: true });
    await does('read');
    await does('referral', { source: 'short_link', details: { ref: 'abc' } });
    await has('im_referral_msg');
    await has('im_receive_msg', 3);
    await has('im_mark_read_msg');
    const reactions = content('im_receive_msg').filter(({ type }) => type === 'reaction');
    const original_msg_id = sent.data.message['message_id'];
    expect(reactions.map(({ reaction }) => (reaction as Row[])[0])).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ operation: 'ADD', emoji: '🎉', original_msg_id }),
        expect.objectContaining({ operation: 'REMOVE', original_msg_id }),
      ]),
    );
    expect(content('im_mark_read_msg')[0]).toMatchObject({
      conversation_id: conversationId,
      read: { last_read_timestamp: expect.any(Number) },
    });
    expect(content('im_referral_msg')[0]).toMatchObject({
      referral: { source: 'short_link', short_link: { ref: 'abc' } },
    });
  });

  it('says nothing about a request before the owner has accepted it', async () => {
    await client.control('/business/messaging', { whoMayWrite: 'requests' });
    await write({ text: 'held' });
    await does('accept');
    await write({ text: 'heard' });
    await has('im_receive_msg');
    expect(content('im_receive_msg').map(({ text }) => text)).toEqual([{ body: 'heard' }]);
  });

  it('echoes an own message late, if it is to', async () => {
    await client.control('/settings', { business: { messageEchoMs: 60_000 } });
    const { conversationId } = await write();
    await send(conversationId);
    await has('im_receive_msg');
    expect(content('im_send_msg')).toEqual([]);
    await client.advance(61);
    await has('im_send_msg');
  });

  it('offers comments once Comment-to-Message is on, each for one message', async () => {
    const { json } = await client.control<{ commentId: string }>('/comments', {
      username: 'lena.k',
      text: 'Price?',
    });
    const { commentId } = json;
    const direct_reply = { reply_type: 'COMMENT_REPLY', comment_reply: { comment_id: commentId } };
    const reply = () =>
      client.post(
        '/business/message/send/',
        { business_id: account.businessId, direct_reply, message_type: 'TEXT', text: { body: '9 euros' } },
        account.token,
      );
    expect((await reply()).code).toBe(40_002);
    await client.post(
      '/business/message/direct_reply/update/',
      {
        business_id: account.businessId,
        direct_reply_type: 'COMMENT_TO_MESSAGE',
        operation_status: 'ENABLE',
      },
      account.token,
    );
    expect((await reply()).code).toBe(40_007);
    await client.control('/business/high-intent-comments', { commentId });
    expect([(await reply()).code, (await reply()).code]).toEqual([0, 40_064]);
    await has('im_receive_high_intent_comment');
    const state = await client.get(
      '/business/message/direct_reply/get/',
      { business_id: account.businessId, direct_reply_type: 'COMMENT_TO_MESSAGE' },
      account.token,
    );
    expect(state.data).toMatchObject({ operation_status: 'ENABLE' });
  });
});
