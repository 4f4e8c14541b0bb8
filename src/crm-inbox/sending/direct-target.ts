import { Injectable } from '@nestjs/common';
import { ConflictError, isId } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { unknownConversation, unknownMessage } from '../not-found.js';

/** A conversation of direct messages. */
export interface DirectTarget {
  id: string;
  integrationId: string;
  /** TikTok's id of the conversation. */
  threadKey: string;
}

const CONVERSATION = `
  SELECT id, integration_id AS "integrationId", thread_key AS "threadKey", kind FROM conversations WHERE id = $1`;
const MESSAGE = `SELECT comment_id AS id, type FROM messages WHERE conversation_id = $1 AND id = $2`;

// TikTok quotes nothing else.
const QUOTABLE = new Set(['text', 'image', 'share_post']);

/** Finds what a direct message goes to. */
@Injectable()
export class DirectTargets {
  constructor(private readonly orgContext: OrgContext) {}

  /** @throws NotFoundError; ConflictError if it consists of comments */
  async of(conversationId: string): Promise<DirectTarget> {
    if (!isId(conversationId)) throw unknownConversation();
    const [row] = await this.orgContext.transaction((em) =>
      queryRows<DirectTarget & { kind: string }>(em, CONVERSATION, [conversationId]),
    );
    if (!row) throw unknownConversation();
    const { kind, ...target } = row;
    if (kind !== 'message') throw new ConflictError('not_direct_messages', NOT_MESSAGES);
    return target;
  }

  /** @returns TikTok's id of a message to quote @throws NotFoundError, ConflictError */
  async quoted({ id: conversationId }: DirectTarget, messageId: string): Promise<string> {
    const [row] = await this.orgContext.transaction((em) =>
      queryRows<{ id: string; type: string | null }>(em, MESSAGE, [conversationId, messageId]),
    );
    if (!row) throw unknownMessage();
    if (!QUOTABLE.has(row.type ?? '')) throw new ConflictError('not_quotable', NOT_QUOTABLE);
    return row.id;
  }
}

const NOT_MESSAGES =
  'This conversation consists of comments. Answer with POST /api/crm/conversations/{conversationId}/reply.';
const NOT_QUOTABLE = 'TikTok quotes only texts, images and shared posts.';
