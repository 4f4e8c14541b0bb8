import { Injectable } from '@nestjs/common';
import { ConflictError, isId } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import type { AdPlacement } from '../facts/ad-placement.js';
import { unknownConversation, unknownMessage } from '../not-found.js';

/** What a reply answers, and where. */
export interface ReplyTarget {
  conversationId: string;
  integrationId: string;
  /** Null if the service does not have the root comment yet. */
  messageId: string | null;
  commentId: string;
  kind: 'comment' | 'ad_comment';
  rootCommentId: string;
  /** The ads that show it. */
  ads: readonly AdPlacement[];
}

interface ConversationRow {
  id: string;
  integration_id: string;
  kind: string;
  ad: AdPlacement | null;
  root_comment_id: string | null;
}

interface MessageRow {
  id: string;
  comment_id: string;
  visibility: string;
  ads: AdPlacement[] | null;
}

const CONVERSATION = 'SELECT id, integration_id, kind, ad, root_comment_id FROM conversations WHERE id = $1';
const MESSAGE = `SELECT id, comment_id, visibility, ads FROM messages WHERE conversation_id = $1`;

/** Finds the comment that a reply answers. */
@Injectable()
export class ReplyTargets {
  constructor(private readonly orgContext: OrgContext) {}

  /** @throws NotFoundError; ConflictError if the comment is deleted, or the conversation is of another kind */
  async of(conversationId: string, messageId?: string): Promise<ReplyTarget> {
    const { conversation, message, root } = await this.read(conversationId, messageId);
    if (!conversation) throw unknownConversation();
    const { kind, ad, root_comment_id: rootCommentId } = conversation;
    if ((kind !== 'comment' && kind !== 'ad_comment') || rootCommentId === null)
      throw new ConflictError('reply_unsupported', NOT_A_COMMENT);
    if (messageId !== undefined && !message) throw unknownMessage();
    // TikTok deletes the replies of a comment with it.
    if ([message, root].some((one) => one?.visibility === 'deleted'))
      throw new ConflictError('comment_deleted', DELETED);
    return {
      conversationId,
      integrationId: conversation.integration_id,
      messageId: message?.id ?? null,
      commentId: message?.comment_id ?? rootCommentId,
      kind,
      rootCommentId,
      // A webhook does not name the ads of a reply: they are those of the first comment.
      ads: message?.ads ?? root?.ads ?? (ad ? [ad] : []),
    };
  }

  /** @throws NotFoundError */
  async kindOf(conversationId: string): Promise<string> {
    const { conversation } = await this.read(conversationId, undefined);
    if (!conversation) throw unknownConversation();
    return conversation.kind;
  }

  /** @throws NotFoundError */
  async assertKnown(conversationId: string): Promise<void> {
    const { conversation } = await this.read(conversationId, undefined);
    if (!conversation) throw unknownConversation();
  }

  private async read(conversationId: string, messageId: string | undefined) {
    if (!isId(conversationId)) throw unknownConversation();
    return await this.orgContext.transaction(async (em) => {
      const [conversation] = await queryRows<ConversationRow>(em, CONVERSATION, [conversationId]);
      const [message] =
        messageId === undefined
          ? await queryRows<MessageRow>(em, `${MESSAGE} ${NEWEST_OF_OTHERS}`, [conversationId])
          : await queryRows<MessageRow>(em, `${MESSAGE} AND id = $2`, [conversationId, messageId]);
      const [root] = await queryRows<MessageRow>(em, `${MESSAGE} AND comment_id = $2`, [
        conversationId,
        conversation?.root_comment_id ?? '',
      ]);
      return { conversation, message, root };
    });
  }
}

const NEWEST_OF_OTHERS = `AND direction = 'in' AND visibility <> 'deleted' ORDER BY sent_at DESC, comment_id DESC LIMIT 1`;

const NOT_A_COMMENT = 'Only comments can be answered here.';
const DELETED = 'The comment was deleted on TikTok, so it can no longer be answered.';
