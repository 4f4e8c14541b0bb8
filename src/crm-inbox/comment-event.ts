import { webhookSeconds } from '../tiktok/index.js';
import type { Visibility } from './message.entity.js';

/** A `comment.update` event in our words. */
export interface CommentEvent {
  commentId: string;
  videoId: string;
  /** The thread it belongs to: its parent, or itself at the top. */
  rootCommentId: string;
  authorId: string | null;
  text: string | null;
  /** `unknown` for an action that we do not know: the comment is there, and in a state that we cannot name. */
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

// A clock of TikTok's that is further ahead is broken.
const AHEAD_MS = 24 * 3_600_000;

/**
 * Reads the content of a `comment.update`. Ids come as 19-digit numbers, which the parser has turned into text.
 * @param eventTime when the event happened, for a content that does not say it
 * @returns undefined when the comment or its video is not named
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

/** Milliseconds, as documented; seconds are understood as well. */
function timeOf(timestamp: unknown, eventTime: Date): Date {
  const seconds = webhookSeconds(timestamp);
  if (seconds === undefined || seconds * 1000 > eventTime.getTime() + AHEAD_MS) return eventTime;
  return new Date(Math.round(seconds * 1000));
}

/** Zero stands for "no parent". */
function idOf(value: unknown): string | undefined {
  const digits = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^[1-9]\d*$/.test(digits) ? digits : undefined;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
