import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../common/index.js';
import { OrgContext, queryRows } from '../database/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import { readCommentEvent, type CommentEvent } from './comment-event.js';

const UPSERT_CONVERSATION = `
  INSERT INTO conversations (id, organisation_id, integration_id, kind, video_id, root_comment_id, last_message_at)
  VALUES ($1, $2, $3, 'comment', $4, $5, $6)
  ON CONFLICT (integration_id, video_id, root_comment_id)
  DO UPDATE SET last_message_at = greatest(conversations.last_message_at, excluded.last_message_at)
  RETURNING id`;

// Events may come twice and out of order: the latest one tells the visibility, any of them may bring the text.
const UPSERT_MESSAGE = `
  INSERT INTO messages (id, organisation_id, conversation_id, comment_id, author_id, text, visibility, sent_at, changed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
  ON CONFLICT (conversation_id, comment_id) DO UPDATE SET
    author_id = coalesce(messages.author_id, excluded.author_id),
    text = CASE WHEN excluded.text IS NOT NULL AND excluded.changed_at >= messages.changed_at THEN excluded.text
      ELSE coalesce(messages.text, excluded.text) END,
    visibility = CASE WHEN excluded.changed_at >= messages.changed_at THEN excluded.visibility ELSE messages.visibility END,
    sent_at = least(messages.sent_at, excluded.sent_at),
    changed_at = greatest(messages.changed_at, excluded.changed_at)`;

/** Turns comment events into conversations; the same event twice changes nothing. */
@Injectable()
export class InboxIntake {
  constructor(private readonly orgContext: OrgContext) {}

  /**
   * @param content of a `comment.update` event, parsed
   * @returns whether it was an event that the inbox understands
   */
  async accept(integration: IntegrationRef, content: Record<string, unknown>): Promise<boolean> {
    const event = readCommentEvent(content);
    if (!event) return false;
    await this.orgContext.run(integration.organisationId, 'comment into the inbox', () =>
      this.orgContext.transaction((em) => store(em, integration, event)),
    );
    return true;
  }
}

async function store(
  em: EntityManager,
  { id, organisationId }: IntegrationRef,
  event: CommentEvent,
): Promise<void> {
  const [conversation] = await queryRows<{ id: string }>(em, UPSERT_CONVERSATION, [
    newId(),
    organisationId,
    id,
    event.videoId,
    event.rootCommentId,
    event.at,
  ]);
  await em.query(UPSERT_MESSAGE, [
    newId(),
    organisationId,
    conversation?.id,
    event.commentId,
    event.authorId,
    event.text,
    event.visibility,
    event.at,
  ]);
}
