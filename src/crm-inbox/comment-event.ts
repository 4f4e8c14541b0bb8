import { plausibleTime, webhookSeconds } from '../tiktok/index.js';
import { messageFact, type MessageFact } from './facts/message-fact.js';
import type { Visibility } from './facts/visibility.js';
import { idOf, textOf } from './wire-values.js';

const VISIBILITY: Record<string, Visibility> = {
  insert: 'public',
  set_to_public: 'public',
  set_to_friends_only: 'friends',
  set_to_hidden: 'hidden',
  delete: 'deleted',
};

/**
 * Reads the content of a `comment.update` event. Its 19-digit ids arrive as text, because the parser converts them.
 * @param eventTime when TikTok sent the event, and used when the content has no time
 * @returns undefined when the id of the comment or of its video is missing
 */
export function readCommentEvent(
  content: Record<string, unknown>,
  eventTime: Date,
): (MessageFact & { videoId: string }) | undefined {
  const id = idOf(content.comment_id);
  const videoId = idOf(content.video_id);
  if (!id || !videoId) return undefined;
  const at = timeOf(content.timestamp, eventTime);
  const action = String(content.comment_action);
  const fact = messageFact({
    kind: 'comment',
    id,
    source: 'webhook',
    at,
    toldAt: eventTime,
    ...placeOf(content),
    sentAt: action === 'insert' ? at : null,
    // `unknown` for an unknown action: the comment exists, but its state is unclear.
    visibility: VISIBILITY[action] ?? 'unknown',
    text: textOf(content.text),
    author: { key: textOf(content.unique_identifier) },
  });
  return { ...fact, videoId };
}

/** The type decides: TikTok sends the parent 0 at the top level, and its documentation says that it sends none. */
function placeOf({ comment_type: type, parent_comment_id: parent }: Record<string, unknown>): {
  type: string | null;
  parentId: string | null;
} {
  const parentId = idOf(parent) ?? null;
  if (type === 'comment') return { type, parentId: null };
  if (type === 'reply') return { type, parentId };
  return { type: parentId === null ? 'comment' : 'reply', parentId };
}

/** Reads milliseconds, as documented, or seconds. */
function timeOf(timestamp: unknown, eventTime: Date): Date {
  const seconds = webhookSeconds(timestamp);
  return plausibleTime(seconds === undefined ? undefined : new Date(Math.round(seconds * 1000)), eventTime);
}
