import type { AccountComment } from '../tiktok/index.js';
import { messageFact, type MessageFact } from './facts/message-fact.js';
import { countOf, flagOf, idOf, listedOf, possibleTime, textOf } from './wire-values.js';

/** What a list shows: any field may be missing or invalid. */
type RawComment = { [Field in keyof AccountComment]?: unknown };

/**
 * Reads a line of TikTok's list of comments.
 * @param readAt when it was read
 * @param rootId the comment whose replies are listed; undefined in the list of a video
 * @returns undefined when the id is missing
 */
export function readListedComment(
  comment: unknown,
  { videoId, readAt, rootId }: { videoId: string; readAt: Date; rootId?: string },
): MessageFact | undefined {
  if (typeof comment !== 'object' || comment === null) return undefined;
  const raw = comment as RawComment;
  const id = idOf(raw.comment_id);
  if (id === undefined) return undefined;
  const parentId = idOf(raw.parent_comment_id) ?? rootId ?? null;
  return messageFact({
    kind: 'comment',
    id,
    source: 'poll',
    at: readAt,
    videoId,
    threadKey: rootId ?? null,
    parentId,
    type: parentId === null ? 'comment' : 'reply',
    sentAt: timeOf(raw.create_time, readAt),
    listed: listedOf(raw.status),
    text: textOf(raw.text),
    author: {
      key: textOf(raw.unique_identifier),
      name: textOf(raw.display_name),
      username: textOf(raw.username),
      picture: textOf(raw.profile_image),
    },
    isOwn: raw.owner === true ? true : null,
    figures: {
      likes: countOf(raw.likes),
      replies: countOf(raw.replies),
      liked: flagOf(raw.liked),
      pinned: flagOf(raw.pinned),
    },
    imageUrl: textOf(raw.image_url),
  });
}

/** UTC seconds, as text. */
function timeOf(value: unknown, readAt: Date): Date | null {
  const seconds = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
  return possibleTime(Number.isFinite(seconds) ? new Date(seconds * 1000) : null, readAt);
}
