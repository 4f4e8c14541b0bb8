import { wireCounter, wireTime, type AccountComment } from '../../tiktok/index.js';
import { messageFact, type MessageFact } from '../facts/message-fact.js';
import type { Outgoing } from '../outbox/outgoing.entity.js';

interface Place {
  videoId?: string | null;
  rootCommentId?: string | null;
  at: Date;
}

/** Reads a reply of our own from what TikTok says of it. Pure. */
export function replyFact(
  { content, targetId, createdBy }: Outgoing,
  comment: AccountComment,
  { videoId = null, rootCommentId = null, at }: Place,
): MessageFact {
  return messageFact({
    kind: 'comment',
    id: comment.comment_id,
    source: 'reply',
    at,
    videoId,
    threadKey: rootCommentId,
    parentId: textOf(comment.parent_comment_id) ?? targetId,
    type: 'reply',
    sentAt: wireTime(comment.create_time),
    text: textOf(comment.text) ?? content.text,
    author: {
      key: textOf(comment.unique_identifier),
      name: textOf(comment.display_name),
      username: textOf(comment.username),
      picture: textOf(comment.profile_image),
    },
    isOwn: true,
    figures: { likes: wireCounter(comment.likes), replies: wireCounter(comment.replies) },
    actor: createdBy,
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
