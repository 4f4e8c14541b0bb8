import type { Visibility } from './message.entity.js';

/** A `comment.update` event in our words. */
export interface CommentEvent {
  commentId: string;
  videoId: string;
  /** The thread it belongs to: its parent, or itself at the top. */
  rootCommentId: string;
  authorId: string | null;
  text: string | null;
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
 * Reads the content of a `comment.update`. Ids come as 19-digit numbers, which the parser has turned into text.
 * @returns undefined when an id is missing or the action is one we do not know
 */
export function readCommentEvent(content: Record<string, unknown>): CommentEvent | undefined {
  const commentId = id(content.comment_id);
  const videoId = id(content.video_id);
  const visibility = VISIBILITY[String(content.comment_action)];
  const { timestamp } = content; // milliseconds
  const at = new Date(typeof timestamp === 'number' ? timestamp : Number.NaN);
  if (!commentId || !videoId || !visibility || Number.isNaN(at.getTime())) return undefined;
  return {
    commentId,
    videoId,
    rootCommentId: id(content.parent_comment_id) ?? commentId,
    authorId: text(content.unique_identifier),
    text: text(content.text),
    visibility,
    at,
  };
}

/** Zero stands for "no parent". */
function id(value: unknown): string | undefined {
  const digits = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^[1-9]\d*$/.test(digits) ? digits : undefined;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
