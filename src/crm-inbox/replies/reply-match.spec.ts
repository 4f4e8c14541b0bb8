import { describe, expect, it } from '@jest/globals';
import type { AccountComment } from '../../tiktok/index.js';
import { matchOf } from './reply-match.js';

const SENT_AT = new Date('2026-11-28T12:00:00.500Z');
const sent = { text: 'Ten euros', sentAt: SENT_AT };

function comment(id: string, over: Partial<AccountComment> = {}, afterSeconds = 0): AccountComment {
  return {
    comment_id: id,
    video_id: '1',
    create_time: String(Math.floor(SENT_AT.getTime() / 1000) + afterSeconds),
    text: 'Ten euros',
    likes: 0,
    replies: 0,
    owner: true,
    liked: false,
    pinned: false,
    status: 'PUBLIC',
    ...over,
  };
}

describe('matchOf', () => {
  it("finds the account's comment with the text, in the second of the call", () => {
    expect(matchOf([comment('1')], sent, new Set())?.comment_id).toBe('1');
  });

  it.each([
    ["a viewer's comment", comment('1', { owner: false })],
    ['another text', comment('1', { text: 'Nine euros' })],
    ['an older comment', comment('1', {}, -31)],
    ['a comment without a time', comment('1', { create_time: '' })],
  ])('ignores %s', (_case, other) => {
    expect(matchOf([other], sent, new Set())).toBeUndefined();
  });

  it('ignores what belongs to another message, and prefers the nearest time', () => {
    const all = [comment('3', {}, 60), comment('2', {}, 2), comment('1')];
    expect(matchOf(all, sent, new Set(['1']))?.comment_id).toBe('2');
  });
});
