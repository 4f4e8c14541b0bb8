import type { PublicationStatus } from './publication.entity.js';
import { PROGRESS } from './transitions.js';

/**
 * What TikTok reports about a post, by poll or webhook. `at` is when it happened, by TikTok's clock: a post can be shown,
 * hidden and shown again, so the later event decides. A poll has no such time.
 */
export type StatusUpdate =
  | { kind: 'processing' }
  | { kind: 'complete'; postIds: string[] }
  | { kind: 'public'; postIds: string[]; at?: Date }
  | { kind: 'in_inbox' }
  | { kind: 'failed'; reason: string }
  | { kind: 'no_longer_public'; postIds: string[]; at?: Date };

/** The part of a publication that an update can change. */
export interface PostState {
  status: PublicationStatus;
  postIds: string[];
  failCode: string | null;
  /** When an event made it public or removed it; null if only a poll has seen it. */
  visibilityAt: Date | null;
}

/** Returns the state after an update. Idempotent, and independent of the order of polls and webhooks. */
export function applyUpdate(state: PostState, update: StatusUpdate): PostState {
  // No update can be about a post that was never sent.
  if (PROGRESS[state.status] === undefined) return state;
  const reported = read(update);
  const postIds = [...new Set([...state.postIds, ...reported.postIds])].toSorted();
  const { status, failCode, visibilityAt } = outranks(reported, state) ? reported : state;
  const failed = status === 'failed' || status === 'cancelled';
  return { status, postIds, failCode: failed ? failCode : null, visibilityAt };
}

/** A total order: the greatest of all reports is the same, whatever order they arrive in. */
function outranks(reported: PostState, state: PostState): boolean {
  return (
    (progress(reported) - progress(state) ||
      time(reported) - time(state) ||
      // Within one second, or without times, assume that the post is hidden.
      Number(reported.status === 'removed') - Number(state.status === 'removed') ||
      // Any fixed choice between two reasons for one failure will do.
      Number((reported.failCode ?? '') < (state.failCode ?? ''))) > 0
  );
}

function progress({ status }: PostState): number {
  return PROGRESS[status] ?? 0;
}

function time({ visibilityAt }: PostState): number {
  return visibilityAt?.getTime() ?? 0;
}

function read(update: StatusUpdate): PostState {
  const state = (status: PublicationStatus, rest: Partial<PostState> = {}): PostState => ({
    status,
    postIds: [],
    failCode: null,
    visibilityAt: null,
    ...rest,
  });
  switch (update.kind) {
    case 'processing':
      return state('processing');
    case 'complete':
      // TikTok releases a post id only after moderation, and only for public posts.
      return state(update.postIds.length > 0 ? 'public' : 'published', { postIds: update.postIds });
    case 'public':
      return state('public', { postIds: update.postIds, visibilityAt: update.at ?? null });
    case 'in_inbox':
      return state('in_inbox');
    case 'failed':
      return state(update.reason === 'publish_cancelled' ? 'cancelled' : 'failed', {
        failCode: update.reason,
      });
    case 'no_longer_public':
      return state('removed', { postIds: update.postIds, visibilityAt: update.at ?? null });
  }
}
