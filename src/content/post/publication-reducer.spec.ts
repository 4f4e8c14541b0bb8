import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyUpdate, type StatusUpdate, type PostState } from './publication-reducer.js';
import { PUBLICATION_STATUSES } from './publication.entity.js';

const start: PostState = { status: 'processing', postIds: [], failCode: null, visibilityAt: null };
const id = '7602997517160123666';
const at = (second: number) => new Date(Date.UTC(2026, 10, 1, 12, 0, second));
const shown = (second: number): StatusUpdate => ({ kind: 'public', postIds: [id], at: at(second) });
const hidden = (second: number): StatusUpdate => ({
  kind: 'no_longer_public',
  postIds: [id],
  at: at(second),
});
const apply = (updates: StatusUpdate[], from = start) => updates.reduce(applyUpdate, from);

const anyTime = fc.option(fc.integer({ min: 0, max: 3 }).map(at), { nil: undefined });
const anyUpdate: fc.Arbitrary<StatusUpdate> = fc.oneof(
  fc.constantFrom<StatusUpdate>({ kind: 'processing' }, { kind: 'in_inbox' }),
  fc.constantFrom<StatusUpdate>({ kind: 'complete', postIds: [] }, { kind: 'complete', postIds: [id] }),
  fc
    .constantFrom('internal', 'auth_removed', 'publish_cancelled', 'unknown')
    .map((reason): StatusUpdate => ({ kind: 'failed', reason })),
  anyTime.map((time): StatusUpdate => ({ kind: 'public', postIds: [id], at: time })),
  anyTime.map((time): StatusUpdate => ({ kind: 'no_longer_public', postIds: [id], at: time })),
);
/** Updates, and the same updates in another order. */
const twoOrders = fc
  .array(anyUpdate, { maxLength: 7 })
  .chain((updates) =>
    fc.tuple(fc.constant(updates), fc.shuffledSubarray(updates, { minLength: updates.length })),
  );

describe('applyUpdate', () => {
  it('distinguishes published (complete) from public (post id known)', () => {
    expect(apply([{ kind: 'complete', postIds: [] }]).status).toBe('published');
    const updates: StatusUpdate[] = [
      { kind: 'complete', postIds: [] },
      { kind: 'public', postIds: [id] },
    ];
    expect(apply(updates)).toEqual({ status: 'public', postIds: [id], failCode: null, visibilityAt: null });
  });

  it('keeps the reason of a failure, and recognises a cancellation', () => {
    expect(apply([{ kind: 'failed', reason: 'frame_rate_check_failed' }])).toMatchObject({
      status: 'failed',
      failCode: 'frame_rate_check_failed',
    });
    expect(apply([{ kind: 'failed', reason: 'publish_cancelled' }]).status).toBe('cancelled');
  });

  it.each(['unknown', 'failed', 'cancelled', 'publishing'] as const)(
    'believes TikTok that a post exists, whatever the status was (%s)',
    (status) => {
      const before = { ...start, status, failCode: 'tiktok_unreachable' };
      expect(applyUpdate(before, { kind: 'complete', postIds: [] })).toMatchObject({
        status: 'published',
        failCode: null,
      });
      expect(applyUpdate(before, { kind: 'public', postIds: [id], at: at(0) })).toMatchObject({
        status: 'public',
        postIds: [id],
        failCode: null,
      });
    },
  );

  it('gives the same result for updates in any order, repeated or not', () => {
    fc.assert(
      fc.property(twoOrders, fc.constantFrom(...PUBLICATION_STATUSES), ([updates, shuffled], status) => {
        const from = { ...start, status };
        expect(apply([...shuffled, ...updates], from)).toEqual(apply(updates, from));
      }),
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.array(anyUpdate, { minLength: 1, maxLength: 7 }), (updates) => {
        const after = apply(updates);
        for (const one of updates) expect(applyUpdate(after, one)).toEqual(after);
      }),
    );
  });

  describe('for a post that is shown and hidden', () => {
    it('lets the later event decide, in any order', () => {
      expect(apply([shown(1), hidden(2), shown(3)]).status).toBe('public');
      expect(apply([shown(3), shown(1), hidden(2)]).status).toBe('public');
      expect(apply([hidden(4), shown(3), shown(1)]).status).toBe('removed');
      expect(apply([shown(2), hidden(2)]).status).toBe('removed');
    });

    it('does not let a poll, which has no time, make it public again', () => {
      const polled: StatusUpdate = { kind: 'complete', postIds: [id] };
      expect(apply([hidden(2), polled]).status).toBe('removed');
      expect(apply([polled, hidden(2)]).status).toBe('removed');
      expect(apply([polled, hidden(2), shown(3), polled]).status).toBe('public');
    });

    it('prefers an event with a time', () => {
      expect(apply([{ kind: 'no_longer_public', postIds: [id] }, shown(1)]).status).toBe('public');
    });
  });

  it('clears the reason for waiting once TikTok processes the post', () => {
    const waiting = { ...start, failCode: 'reconnect_needed' };
    expect(applyUpdate(waiting, { kind: 'processing' })).toEqual(start);
  });

  it('changes nothing before publishing begins', () => {
    for (const status of ['awaiting_upload', 'ready'] as const) {
      expect(applyUpdate({ ...start, status }, { kind: 'public', postIds: [id] })).toEqual({
        ...start,
        status,
      });
    }
  });
});
