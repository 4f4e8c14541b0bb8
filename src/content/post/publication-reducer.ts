import type { PublicationStatus } from './publication.entity.js';
import { PROGRESS } from './transitions.js';

/**
 * What TikTok tells of a post, by poll or by webhook. `at` is when TikTok says that it happened: a post may be shown,
 * hidden and shown again, so there the later event decides. A poll knows no such time.
 */
export type PostNews =
  | { kind: 'processing' }
  | { kind: 'complete'; postIds: string[] }
  | { kind: 'public'; postIds: string[]; at?: Date }
  | { kind: 'in_inbox' }
  | { kind: 'failed'; reason: string }
  | { kind: 'no_longer_public'; postIds: string[]; at?: Date };

/** The part of a publication that news can change. */
export interface PostState {
  status: PublicationStatus;
  postIds: string[];
  failCode: string | null;
  /** Of the event that made it public or removed it; null for what a poll has seen. */
  visibilityAt: Date | null;
}

/** The state after the news: idempotent, and the same in whatever order polls and webhooks arrive. */
export function reducePost(state: PostState, news: PostNews): PostState {
  // Before publishing began no news can be about this post.
  if (PROGRESS[state.status] === undefined) return state;
  const told = read(news);
  const postIds = [...new Set([...state.postIds, ...told.postIds])].toSorted();
  const { status, failCode, visibilityAt } = outweighs(told, state) ? told : state;
  const failed = status === 'failed' || status === 'cancelled';
  return { status, postIds, failCode: failed ? failCode : null, visibilityAt };
}

/** A total order, so that the greatest of all that was told is the same however it came. */
function outweighs(told: PostState, state: PostState): boolean {
  return (
    (progress(told) - progress(state) ||
      time(told) - time(state) ||
      // Within one second, and when no time is known: rather not shown than shown in vain.
      Number(told.status === 'removed') - Number(state.status === 'removed') ||
      // Of two reasons for one failure any fixed choice is as good.
      Number((told.failCode ?? '') < (state.failCode ?? ''))) > 0
  );
}

function progress({ status }: PostState): number {
  return PROGRESS[status] ?? 0;
}

function time({ visibilityAt }: PostState): number {
  return visibilityAt?.getTime() ?? 0;
}

function read(news: PostNews): PostState {
  const state = (status: PublicationStatus, rest: Partial<PostState> = {}): PostState => ({
    status,
    postIds: [],
    failCode: null,
    visibilityAt: null,
    ...rest,
  });
  switch (news.kind) {
    case 'processing':
      return state('processing');
    case 'complete':
      // A post id is released only after moderation, and only for public posts.
      return state(news.postIds.length > 0 ? 'public' : 'published', { postIds: news.postIds });
    case 'public':
      return state('public', { postIds: news.postIds, visibilityAt: news.at ?? null });
    case 'in_inbox':
      return state('in_inbox');
    case 'failed':
      return state(news.reason === 'publish_cancelled' ? 'cancelled' : 'failed', { failCode: news.reason });
    case 'no_longer_public':
      return state('removed', { postIds: news.postIds, visibilityAt: news.at ?? null });
  }
}
