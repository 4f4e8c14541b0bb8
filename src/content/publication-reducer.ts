import type { PublicationStatus } from './publication.entity.js';

/** What TikTok tells of a post, by poll or by webhook. */
export type PostNews =
  | { kind: 'processing' }
  | { kind: 'complete'; postIds: string[] }
  | { kind: 'public'; postIds: string[] }
  | { kind: 'in_inbox' }
  | { kind: 'failed'; reason: string }
  | { kind: 'no_longer_public'; postIds: string[] };

/** The part of a publication that news can change. */
export interface PostState {
  status: PublicationStatus;
  postIds: string[];
  failCode: string | null;
}

// How far a status is along the way. News never takes a post back, so its order and its repetition do not matter.
const PROGRESS: Partial<Record<PublicationStatus, number>> = {
  publishing: 0,
  unknown: 0,
  processing: 1,
  in_inbox: 2,
  published: 3,
  public: 4,
  failed: 4,
  cancelled: 4,
  removed: 5,
};

/** The state after the news: idempotent, and the same in whatever order polls and webhooks arrive. */
export function reducePost(state: PostState, news: PostNews): PostState {
  const next = read(news);
  const postIds = [...new Set([...state.postIds, ...next.postIds])].toSorted();
  const before = PROGRESS[state.status];
  // Before publishing began no news can be about this post.
  if (before === undefined) return state;
  if ((PROGRESS[next.status] ?? 0) <= before) return { ...state, postIds };
  return { status: next.status, postIds, failCode: next.failCode };
}

function read(news: PostNews): PostState {
  switch (news.kind) {
    case 'processing':
      return { status: 'processing', postIds: [], failCode: null };
    case 'complete':
      // A post id is released only after moderation, and only for public posts.
      return {
        status: news.postIds.length > 0 ? 'public' : 'published',
        postIds: news.postIds,
        failCode: null,
      };
    case 'public':
      return { status: 'public', postIds: news.postIds, failCode: null };
    case 'in_inbox':
      return { status: 'in_inbox', postIds: [], failCode: null };
    case 'failed':
      return {
        status: news.reason === 'publish_cancelled' ? 'cancelled' : 'failed',
        postIds: [],
        failCode: news.reason,
      };
    case 'no_longer_public':
      return { status: 'removed', postIds: news.postIds, failCode: null };
  }
}
