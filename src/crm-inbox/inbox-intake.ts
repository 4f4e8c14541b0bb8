import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../common/index.js';
import { OrgContext, queryRows, SystemContext } from '../database/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import { readCommentEvent, type CommentEvent } from './comment-event.js';

// The conversation and its message in one statement. Events may come twice and out of order: the latest one tells the
// visibility, any of them may bring the text. An action that we do not know says nothing about the visibility: the last
// known one stays, however old it is.
const UPSERT = `
  WITH conversation AS (
    INSERT INTO conversations AS c (id, organisation_id, integration_id, kind, video_id, root_comment_id, last_message_at)
    VALUES ($1, $2, $3, 'comment', $4, $5, $6)
    ON CONFLICT (integration_id, video_id, root_comment_id)
    DO UPDATE SET last_message_at = greatest(c.last_message_at, excluded.last_message_at)
    RETURNING id)
  INSERT INTO messages AS m (id, organisation_id, conversation_id, comment_id, author_id, text, visibility, sent_at, changed_at)
  SELECT $7::uuid, $2, conversation.id, $8, $9, $10, $11, $6, $6 FROM conversation
  ON CONFLICT (conversation_id, comment_id) DO UPDATE SET
    author_id = coalesce(m.author_id, excluded.author_id),
    text = CASE WHEN excluded.text IS NOT NULL AND excluded.changed_at >= m.changed_at THEN excluded.text
      ELSE coalesce(m.text, excluded.text) END,
    sent_at = least(m.sent_at, excluded.sent_at),
    (visibility, changed_at) = (SELECT
      CASE WHEN decides THEN excluded.visibility ELSE m.visibility END,
      CASE WHEN decides THEN excluded.changed_at ELSE m.changed_at END
      FROM (SELECT excluded.visibility <> 'unknown'
        AND (m.visibility = 'unknown' OR excluded.changed_at >= m.changed_at) AS decides) AS d)`;

const HOLDERS = `
  SELECT DISTINCT c.integration_id AS id FROM conversations c JOIN messages m ON m.conversation_id = c.id
  WHERE c.video_id = $1 AND m.comment_id = $2`;

/** Turns comment events into conversations; the same event twice changes nothing. */
@Injectable()
export class InboxIntake {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
  ) {}

  /**
   * @param content of a `comment.update` event, parsed
   * @param eventTime when it happened, as far as the event itself tells
   * @returns whether it was an event that the inbox understands
   */
  async accept(
    integration: IntegrationRef,
    content: Record<string, unknown>,
    eventTime: Date,
  ): Promise<boolean> {
    const event = readCommentEvent(content, eventTime);
    if (!event) return false;
    await this.orgContext.run(integration.organisationId, 'comment into the inbox', () =>
      this.orgContext.transaction((em) => store(em, integration, event)),
    );
    return true;
  }

  /** The integrations, of any organisation, whose inbox has the comment: what becomes of it concerns them. */
  async holdersOf(content: Record<string, unknown>, eventTime: Date): Promise<string[]> {
    const event = readCommentEvent(content, eventTime);
    if (!event) return [];
    return await this.system.transaction('find whose inbox has a comment', async (em) =>
      (await queryRows<{ id: string }>(em, HOLDERS, [event.videoId, event.commentId])).map(({ id }) => id),
    );
  }
}

async function store(
  em: EntityManager,
  { id, organisationId }: IntegrationRef,
  event: CommentEvent,
): Promise<void> {
  await em.query(UPSERT, [
    newId(),
    organisationId,
    id,
    event.videoId,
    event.rootCommentId,
    event.at,
    newId(),
    event.commentId,
    event.authorId,
    event.text,
    event.visibility,
  ]);
}
