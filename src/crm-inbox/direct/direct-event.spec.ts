import { describe, expect, it } from '@jest/globals';
import { readDirectEvent } from './direct-event.js';
import { readDirectMessage } from './direct-message.js';

const AT = 1_763_800_000_123;
const EVENT_TIME = new Date(1_763_800_001_000);
const ACCOUNT = { id: '-000abc', role: 'business_account' };
const PERSON = { id: 'person-1', role: 'personal_account' };
const CONTENT = {
  from: 'lena.k',
  to: 'demo',
  from_user: PERSON,
  to_user: ACCOUNT,
  unique_identifier: 'person-1',
  conversation_id: 'aGVsbG8+/A==',
  message_id: '7602997517160123666',
  timestamp: AT,
  type: 'text',
  text: { body: 'Hello 👍' },
  message_tag: { source: 'APP' },
};
const read = (name: string, over: object = {}) =>
  readDirectEvent(name, { ...CONTENT, ...over }, { businessId: '-000abc', eventTime: EVENT_TIME });
const message = (name: string, over: object = {}) => {
  const event = read(name, over);
  if (event.kind !== 'message') throw new Error(`read as ${event.kind}`);
  return event.message;
};

describe('readDirectEvent', () => {
  it('reads a message of a person', () => {
    expect(message('im_receive_msg')).toEqual({
      conversationId: 'aGVsbG8+/A==',
      messageId: '7602997517160123666',
      direction: 'in',
      personKey: 'person-1',
      personUsername: 'lena.k',
      at: new Date(AT),
      type: 'text',
      unknownType: null,
      text: 'Hello 👍',
      mediaId: null,
      url: null,
      videoId: null,
      card: null,
      quotedMessageId: null,
      buttonId: null,
      source: 'APP',
      autoType: null,
    });
  });

  it('reads the direction by role, and without roles by the id or the event', () => {
    const echo = { from: 'demo', to: 'lena.k', from_user: ACCOUNT, to_user: PERSON };
    expect(message('im_send_msg', echo)).toMatchObject({
      direction: 'out',
      personKey: 'person-1',
      personUsername: 'lena.k',
    });
    const upper = { from_user: { ...ACCOUNT, role: 'BUSINESS_ACCOUNT' }, to_user: undefined };
    expect(message('im_receive_msg', upper).direction).toBe('out');
    expect(message('im_receive_msg', { from_user: { id: '-000abc' }, to_user: {} }).direction).toBe('out');
    expect(message('im_send_msg', { from_user: undefined, to_user: undefined }).direction).toBe('out');
  });

  it('keeps messages of unknown types', () => {
    expect(message('im_receive_msg', { type: 'voice', text: undefined })).toMatchObject({
      type: 'other',
      unknownType: 'voice',
      text: null,
    });
  });

  it.each([
    ['image', { image: { media_id: 'm1' } }, { mediaId: 'm1' }],
    ['sticker', { sticker: { url: 'https://s/1' } }, { url: 'https://s/1' }],
    [
      'share_post',
      { share_post: { embed_url: 'https://t/1', video_id: 7602 } },
      { url: 'https://t/1', videoId: '7602' },
    ],
  ])('reads the content of %s', (type, content, expected) => {
    expect(message('im_receive_msg', { type, text: undefined, ...content })).toMatchObject(expected);
  });

  it('reads the same card from an event and from a list', () => {
    const button = { type: 'REPLY', id: 'l' };
    const event = message('im_send_msg', {
      type: 'template',
      template: { type: 'qa_link_card', elements: [{ title: 'Size?', buttons: [{ text: 'L', ...button }] }] },
    });
    const { type: _, ...listed } = CONTENT;
    const fields = {
      ...listed,
      message_type: 'TEMPLATE',
      template: { type: 'QA_LINK_CARD', title: 'Size?', buttons: [{ title: 'L', ...button }] },
    };
    const fromList = readDirectMessage(fields, { businessId: null, fallbackTime: EVENT_TIME });
    expect(event.card).toEqual({
      type: 'qa_link_card',
      title: 'Size?',
      buttons: [{ id: 'l', title: 'L' }],
    });
    expect(fromList?.card).toEqual(event.card);
  });

  it('takes the time of the event for one that is missing or impossible', () => {
    expect(message('im_receive_msg', { timestamp: undefined }).at).toEqual(EVENT_TIME);
    expect(message('im_receive_msg', { timestamp: 9_000_000_000_000 }).at).toEqual(EVENT_TIME);
  });

  it('reads reactions of either side, also those taken back', () => {
    const reaction = [
      { operation: 'ADD', type: 'EMOJI', emoji: '🎉', unique_identifier: 'person-1', original_msg_id: 'm1' },
      {
        operation: 'REMOVE',
        ai_emoji_url: 'https://e/1',
        unique_identifier: '-000abc',
        original_msg_id: 'm2',
      },
      { operation: 'ADD', emoji: '🎉' },
    ];
    expect(read('im_receive_msg', { type: 'reaction', reaction })).toMatchObject({
      kind: 'reactions',
      reactions: [
        { messageId: 'm1', by: 'person', emoji: '🎉', removed: false, at: new Date(AT) },
        { messageId: 'm2', by: 'account', emoji: 'https://e/1', removed: true },
      ],
    });
  });

  it('reads how far the person has read, and ignores what the account has read', () => {
    const seen = { read: { last_read_timestamp: AT } };
    expect(read('im_mark_read_msg', seen)).toMatchObject({ kind: 'read', readUntil: new Date(AT) });
    const own = { ...seen, from_user: ACCOUNT, to_user: PERSON };
    expect(read('im_mark_read_msg', own).kind).toBe('unknown');
  });

  it('reads a referral', () => {
    const referral = { source: 'ad', ad: { ad_id: '18', ad_name: 'Message us' } };
    expect(read('im_referral_msg', { referral })).toMatchObject({
      kind: 'referral',
      source: 'ad',
      details: { ad_id: '18' },
      conversation: { personKey: 'person-1' },
    });
  });

  it('reads that a European wrote, and nothing more', () => {
    const event = readDirectEvent(
      'im_receive_msg_eu',
      { to: 'demo', to_user: ACCOUNT, timestamp: AT },
      { businessId: '-000abc', eventTime: EVENT_TIME },
    );
    expect(event).toEqual({ kind: 'european', at: new Date(AT) });
  });

  it.each(['message_id', 'conversation_id'])('does not know a message without its %s', (name) => {
    expect(read('im_receive_msg', { [name]: undefined })).toEqual({ kind: 'unknown' });
  });

  it('does not know other events', () => {
    expect(read('im_auto_message_config_update')).toEqual({ kind: 'unknown' });
  });
});
