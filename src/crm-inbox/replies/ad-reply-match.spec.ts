import { describe, expect, it } from '@jest/globals';
import type { AdComment } from '../../tiktok/index.js';
import { adMatchOf } from './ad-reply-match.js';

const SENT = { text: 'Ten euros', sentAt: new Date('2026-11-28T08:00:00Z') };
const reply = (comment_id: string, over: Partial<AdComment> = {}): AdComment => ({
  comment_id,
  content: 'Ten  euros',
  comment_type: 'REPLY',
  create_time: '2026-11-28 08:00:02 +0000 UTC',
  can_delete: true,
  ...over,
});
const match = (comments: AdComment[], taken: string[] = []) =>
  adMatchOf(comments, SENT, new Set(taken))?.comment_id;

describe('adMatchOf', () => {
  it('finds the own reply with the same words, nearest to the time of the call', () => {
    const later = reply('2', { create_time: '2026-11-28 08:10:00 +0000 UTC' });
    expect(match([later, reply('1')])).toBe('1');
    expect(match([later, reply('1')], ['1'])).toBe('2');
  });

  it.each([
    ['of a viewer', { can_delete: false }],
    ['with other words', { content: 'Twelve euros' }],
    ['from before the call', { create_time: '2026-11-28 07:50:00 +0000 UTC' }],
    ['without a time', { create_time: null }],
    ['at the top level', { comment_type: 'COMMENT' }],
  ] as const)('takes no comment %s', (_what, over) => expect(match([reply('1', over)])).toBeUndefined());

  it('takes a reply of which TikTok does not say who may delete it', () => {
    expect(match([reply('1', { can_delete: null })])).toBe('1');
  });
});
