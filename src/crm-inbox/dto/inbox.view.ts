import type { Conversation } from '../conversation.entity.js';
import type { Visibility } from '../facts/visibility.js';
import type { Message } from '../message.entity.js';

export class ConversationView {
  /** @format uuid */
  id: string;

  /** @format uuid */
  integrationId: string;

  /** What the conversation consists of. */
  kind: 'comment';

  /** @example "7602997517160123666" */
  videoId: string;

  /** The comment that starts the thread. */
  rootCommentId: string;

  lastMessageAt: Date;
}

export class MessageView {
  /** @format uuid */
  id: string;

  /** @example "7602997517160123666" */
  commentId: string;

  /** TikTok's stable id of the author. */
  authorId: string | null;

  /** Null if TikTok did not send the text. */
  text: string | null;

  /**
   * Who sees the comment on TikTok. `deleted`: the text is deleted here, too. `unknown`: TikTok reported a state that this
   * version does not know.
   */
  visibility: Visibility;

  sentAt: Date;
}

export function toConversationView(row: Conversation): ConversationView {
  const { id, integrationId, videoId, rootCommentId, lastMessageAt } = row;
  return {
    id,
    integrationId,
    kind: 'comment',
    videoId: videoId ?? '',
    rootCommentId: rootCommentId ?? '',
    lastMessageAt,
  };
}

export function toMessageView({
  id,
  platformId: commentId,
  authorId,
  text,
  visibility,
  sentAt,
}: Message): MessageView {
  return { id, commentId, authorId, text: visibility === 'deleted' ? null : text, visibility, sentAt };
}
