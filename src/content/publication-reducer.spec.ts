import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reducePost, type PostNews, type PostState } from './publication-reducer.js';
import { PUBLICATION_STATUSES } from './publication.entity.js';

const start: PostState = { status: 'processing', postIds: [], failCode: null };
const id = '7602997517160123666';
const apply = (news: PostNews[], from = start) => news.reduce(reducePost, from);

const anyNews: fc.Arbitrary<PostNews> = fc.oneof(
  fc.constantFrom<PostNews>({ kind: 'processing' }, { kind: 'in_inbox' }, { kind: 'complete', postIds: [] }),
  fc.constantFrom<PostNews>({ kind: 'complete', postIds: [id] }, { kind: 'public', postIds: [id] }),
  fc.constant<PostNews>({ kind: 'no_longer_public', postIds: [id] }),
);

describe('reducePost', () => {
  it('tells published (complete) from public (post id known)', () => {
    expect(apply([{ kind: 'complete', postIds: [] }]).status).toBe('published');
    expect(
      apply([
        { kind: 'complete', postIds: [] },
        { kind: 'public', postIds: [id] },
      ]),
    ).toEqual({
      status: 'public',
      postIds: [id],
      failCode: null,
    });
  });

  it('keeps the reason of a failure and knows a cancellation', () => {
    expect(apply([{ kind: 'failed', reason: 'frame_rate_check_failed' }])).toMatchObject({
      status: 'failed',
      failCode: 'frame_rate_check_failed',
    });
    expect(apply([{ kind: 'failed', reason: 'publish_cancelled' }]).status).toBe('cancelled');
  });

  it('settles an unknown post when news of it comes after all', () => {
    expect(apply([{ kind: 'complete', postIds: [] }], { ...start, status: 'unknown' }).status).toBe(
      'published',
    );
  });

  it('does the same for news in any order, repeated or not', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyNews, { maxLength: 6 })
          .chain((news) =>
            fc.tuple(fc.constant(news), fc.shuffledSubarray(news, { minLength: news.length })),
          ),
        ([news, shuffled]) => {
          expect(apply([...shuffled, ...news])).toEqual(apply(news));
        },
      ),
    );
  });

  it('changes nothing before publishing began', () => {
    for (const status of ['awaiting_upload', 'ready'] as const) {
      expect(reducePost({ ...start, status }, { kind: 'public', postIds: [id] })).toEqual({
        ...start,
        status,
      });
    }
  });

  it('knows every status', () => {
    for (const status of PUBLICATION_STATUSES) {
      expect(() => reducePost({ ...start, status }, { kind: 'complete', postIds: [] })).not.toThrow();
    }
  });
});
