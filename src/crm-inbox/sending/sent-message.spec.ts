import { describe, expect, it } from '@jest/globals';
import type { OutgoingMessage } from '../../tiktok/index.js';
import type { DirectMessageFact } from '../direct/direct-message.js';
import { matchOf } from './sent-message.js';

const SENT_AT = new Date(Date.UTC(2026, 10, 1));
const at = (seconds: number) => new Date(SENT_AT.getTime() + seconds * 1000);
const own: DirectMessageFact = {
  conversationId: 'c1',
  messageId: 'm1',
  direction: 'out',
  personKey: null,
  personUsername: null,
  at: at(1),
  type: 'text',
  unknownType: null,
  text: 'Ten euros',
  mediaId: null,
  url: null,
  videoId: null,
  card: null,
  quotedMessageId: null,
  buttonId: null,
  source: 'API',
  autoType: null,
};
const text: OutgoingMessage = { message_type: 'TEXT', text: { body: ' Ten  euros' } };
const match = (messages: DirectMessageFact[], message: OutgoingMessage = text, taken: string[] = []) =>
  matchOf(messages, { message, sentAt: SENT_AT }, new Set(taken))?.messageId;

describe('matchOf', () => {
  it('finds the own message with the same words, nearest to its time', () => {
    const later = { ...own, messageId: 'm2', at: at(600) };
    expect(match([later, own])).toBe('m1');
    expect(match([later, own], text, ['m1'])).toBe('m2');
  });

  it.each([
    ['of the person', { direction: 'in' as const }],
    ['with other words', { text: 'Eleven euros' }],
    ['written in the app', { source: 'APP' }],
    ['that TikTok sent automatically', { autoType: 'AUTO_REPLY' }],
    ['that is older', { at: at(-120) }],
    ['of another type', { type: 'image' as const }],
  ])('ignores a message %s', (_case, other) => expect(match([{ ...own, ...other }])).toBeUndefined());

  it('recognises posts and cards by what they show', () => {
    const post: OutgoingMessage = { message_type: 'SHARE_POST', share_post: { item_id: '7' } };
    const shared = { ...own, type: 'share_post' as const, text: null };
    expect(match([{ ...shared, videoId: '8' }], post)).toBeUndefined();
    expect(match([{ ...shared, videoId: '7' }], post)).toBe('m1');
    const template = { type: 'QA_LINK_CARD' as const, title: 'Size?', buttons: [] };
    const sent = { ...own, type: 'template' as const, card: { type: null, title: 'Size?', buttons: [] } };
    expect(match([sent], { message_type: 'TEMPLATE', template })).toBe('m1');
  });
});
