import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reducePost, type PostNews, type PostState } from './publication-reducer.js';
import { PUBLICATION_STATUSES } from './publication.entity.js';

const start: PostState = { status: 'processing', postIds: [], failCode: null, visibilityAt: null };
const id = '7602997517160123666';
const at = (second: number) => new Date(Date.UTC(2026, 10, 1, 12, 0, second));
const shown = (second: number): PostNews => ({ kind: 'public', postIds: [id], at: at(second) });
const hidden = (second: number): PostNews => ({
  kind: 'no_longer_public',
  postIds: [id],
  at: at(second),
});
const apply = (news: PostNews[], from = start) => news.reduce(reducePost, from);

const anyTime = fc.option(fc.integer({ min: 0, max: 3 }).map(at), { nil: undefined });
const anyNews: fc.Arbitrary<PostNews> = fc.oneof(
  fc.constantFrom<PostNews>({ kind: 'processing' }, { kind: 'in_inbox' }),
  fc.constantFrom<PostNews>({ kind: 'complete', postIds: [] }, { kind: 'complete', postIds: [id] }),
  fc
    .constantFrom('internal', 'auth_removed', 'publish_cancelled', 'unknown')
    .map((reason): PostNews => ({ kind: 'failed', reason })),
  anyTime.map((time): PostNews => ({ kind: 'public', postIds: [id], at: time })),
  anyTime.map((time): PostNews => ({ kind: 'no_longer_public', postIds: [id], at: time })),
);
/** News, and the same news in another order. */
const twoOrders = fc
  .array(anyNews, { maxLength: 7 })
  .chain((news) => fc.tuple(fc.constant(news), fc.shuffledSubarray(news, { minLength: news.length })));

describe('reducePost', () => {
  it('tells published (complete) from public (post id known)', () => {
    expect(apply([{ kind: 'complete', postIds: [] }]).status).toBe('published');
    const news: PostNews[] = [
      { kind: 'complete', postIds: [] },
      { kind: 'public', postIds: [id] },
    ];
    expect(apply(news)).toEqual({ status: 'public', postIds: [id], failCode: null, visibilityAt: null });
  });

  it('keeps the reason of a failure and knows a cancellation', () => {
    expect(apply([{ kind: 'failed', reason: 'frame_rate_check_failed' }])).toMatchObject({
      status: 'failed',
      failCode: 'frame_rate_check_failed',
    });
    expect(apply([{ kind: 'failed', reason: 'publish_cancelled' }]).status).toBe('cancelled');
  });

  it.each(['unknown', 'failed', 'cancelled', 'publishing'] as const)(
    'believes TikTok that there is a post, whatever we thought before (%s)',
    (status) => {
      const before = { ...start, status, failCode: 'tiktok_unreachable' };
      expect(reducePost(before, { kind: 'complete', postIds: [] })).toMatchObject({
        status: 'published',
        failCode: null,
      });
      expect(reducePost(before, { kind: 'public', postIds: [id], at: at(0) })).toMatchObject({
        status: 'public',
        postIds: [id],
        failCode: null,
      });
    },
  );

  it('does the same for news in any order, repeated or not', () => {
    fc.assert(
      fc.property(twoOrders, fc.constantFrom(...PUBLICATION_STATUSES), ([news, shuffled], status) => {
        const from = { ...start, status };
        expect(apply([...shuffled, ...news], from)).toEqual(apply(news, from));
      }),
    );
  });

  it('knows again what it knows: nothing told twice changes anything', () => {
    fc.assert(
      fc.property(fc.array(anyNews, { minLength: 1, maxLength: 7 }), (news) => {
        const after = apply(news);
        for (const one of news) expect(reducePost(after, one)).toEqual(after);
      }),
    );
  });

  describe('of a post that is shown and hidden', () => {
    it('lets the later event decide, in whatever order they come', () => {
      expect(apply([shown(1), hidden(2), shown(3)]).status).toBe('public');
      expect(apply([shown(3), shown(1), hidden(2)]).status).toBe('public');
      expect(apply([hidden(4), shown(3), shown(1)]).status).toBe('removed');
      expect(apply([shown(2), hidden(2)]).status).toBe('removed');
    });

    it('does not let a poll, which knows no time, revive it', () => {
      const polled: PostNews = { kind: 'complete', postIds: [id] };
      expect(apply([hidden(2), polled]).status).toBe('removed');
      expect(apply([polled, hidden(2)]).status).toBe('removed');
      expect(apply([polled, hidden(2), shown(3), polled]).status).toBe('public');
    });

    it('lets an event with a time decide over one without', () => {
      expect(apply([{ kind: 'no_longer_public', postIds: [id] }, shown(1)]).status).toBe('public');
    });
  });

  it('forgets why it waited when TikTok goes on with the post', () => {
    const waiting = { ...start, failCode: 'reconnect_needed' };
    expect(reducePost(waiting, { kind: 'processing' })).toEqual(start);
  });

  it('changes nothing before publishing began', () => {
    for (const status of ['awaiting_upload', 'ready'] as const) {
      expect(reducePost({ ...start, status }, { kind: 'public', postIds: [id] })).toEqual({
        ...start,
        status,
      });
    }
  });
});
