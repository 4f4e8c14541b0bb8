import { Injectable } from '@nestjs/common';
import { queryRows, SystemContext } from '../database/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import { readCommentEvent } from './comment-event.js';
import { CommentStore } from './comment-store.js';

const HOLDERS = `
  SELECT DISTINCT c.integration_id AS id FROM conversations c JOIN messages m ON m.conversation_id = c.id
  WHERE c.video_id = $1 AND m.comment_id = $2`;

/** Turns comment events into conversations; the same event twice changes nothing. */
@Injectable()
export class InboxIntake {
  constructor(
    private readonly comments: CommentStore,
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
    await this.comments.store(integration, event);
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
