import { describe, expect, it } from '@jest/globals';
import { nextPollSeconds } from './status-poll.js';

const transferredAt = new Date('2026-11-01T00:00:00Z');
const later = (seconds: number) => new Date(transferredAt.getTime() + seconds * 1000);
const post = {
  status: 'processing' as const,
  privacyLevel: 'PUBLIC_TO_EVERYONE' as const,
  transferredAt,
  polls: 0,
};

describe('nextPollSeconds', () => {
  it('stays within 30 polls a minute and never stops growing before a minute', () => {
    let elapsed = 0;
    for (let polls = 0; polls < 40; polls += 1)
      elapsed += nextPollSeconds({ ...post, polls }, later(elapsed)) ?? 0;
    expect(nextPollSeconds({ ...post, polls: 0 }, later(0))).toBe(1);
    expect(nextPollSeconds({ ...post, polls: 40 }, later(elapsed))).toBe(60);
  });

  it('waits for the post id of a public post, not of a private one', () => {
    expect(nextPollSeconds({ ...post, status: 'published' }, later(1))).toBeDefined();
    expect(
      nextPollSeconds({ ...post, status: 'published', privacyLevel: 'SELF_ONLY' }, later(1)),
    ).toBeUndefined();
  });

  it.each(['public', 'failed', 'removed', 'cancelled'] as const)(
    'does not poll a post that is %s',
    (status) => {
      expect(nextPollSeconds({ ...post, status }, later(1))).toBeUndefined();
    },
  );

  it('polls a draft for a day, less and less often', () => {
    const draft = { ...post, status: 'in_inbox' as const, privacyLevel: null };
    expect(nextPollSeconds({ ...draft, polls: 0 }, later(1))).toBe(1);
    expect(nextPollSeconds({ ...draft, polls: 50 }, later(1))).toBe(1800);
    expect(nextPollSeconds(draft, later(24 * 3600 + 1))).toBeUndefined();
  });

  it('polls an unknown outcome for two days, less and less often', () => {
    const unknown = { ...post, status: 'unknown' as const };
    expect(nextPollSeconds({ ...unknown, polls: 0 }, later(1))).toBe(30);
    expect(nextPollSeconds({ ...unknown, polls: 50 }, later(1))).toBe(1800);
    expect(nextPollSeconds(unknown, later(47 * 3600))).toBeDefined();
    expect(nextPollSeconds(unknown, later(48 * 3600 + 1))).toBeUndefined();
  });

  it('stops after a day', () => {
    expect(nextPollSeconds(post, later(24 * 3600 + 1))).toBeUndefined();
  });
});
