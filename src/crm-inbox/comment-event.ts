import { plausibleTime, webhookSeconds } from '../tiktok/index.js';
import type { Visibility } from './message.entity.js';

/** A parsed `comment.update` event. */
export interface CommentEvent {
  commentId: string;
  videoId: string;
  /** The thread: the parent comment, or the comment itself at the top level. */
  rootCommentId: string;
  authorId: string | null;
  text: string | null;
  /** `unknown` for an unknown action: the comment exists, but its state is unclear. */
  visibility: Visibility;
  at: Date;
}

const VISIBILITY: Record<string, Visibility> = {
  insert: 'public',
  set_to_public: 'public',
  set_to_friends_only: 'friends',
  set_to_hidden: 'hidden',
  delete: 'deleted',
};

/**
 * Reads the content of a `comment.update` event. Its 19-digit ids arrive as text, because the parser converts them.
 * @param eventTime used when the content has no time
 * @returns undefined when the id of the comment or of its video is missing
 */
export function readCommentEvent(
  content: Record<string, unknown>,
  eventTime: Date,
): CommentEvent | undefined {
  const commentId = idOf(content.comment_id);
  const videoId = idOf(content.video_id);
  if (!commentId || !videoId) return undefined;
  return {
    commentId,
    videoId,
    rootCommentId: idOf(content.parent_comment_id) ?? commentId,
    authorId: textOf(content.unique_identifier),
    text: textOf(content.text),
    visibility: VISIBILITY[String(content.comment_action)] ?? 'unknown',
    at: timeOf(content.timestamp, eventTime),
  };
}

/** Reads milliseconds, as documented, or seconds. */
function timeOf(timestamp: unknown, eventTime: Date): Date {
  const seconds = webhookSeconds(timestamp);
  return plausibleTime(seconds === undefined ? undefined : new Date(Math.round(seconds * 1000)), eventTime);
}

/** Zero means "no parent". */
function idOf(value: unknown): string | undefined {
  const digits = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^[1-9]\d*$/.test(digits) ? digits : undefined;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
