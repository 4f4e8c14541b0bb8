import { Injectable } from '@nestjs/common';
import { queryRows, SystemContext } from '../database/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import { readCommentEvent } from './comment-event.js';
import { FactIntake } from './fact-intake.js';
import { Echoes } from './outbox/echoes.js';

const INTEGRATIONS_WITH_COMMENT = `
  SELECT DISTINCT c.integration_id AS id FROM conversations c JOIN messages m ON m.conversation_id = c.id
  WHERE c.video_id = $1 AND m.comment_id = $2`;

/** Turns comment events into conversations. A repeated event changes nothing. */
@Injectable()
export class InboxIntake {
  constructor(
    private readonly facts: FactIntake,
    private readonly echoes: Echoes,
    private readonly system: SystemContext,
  ) {}

  /**
   * @param content the parsed content of a `comment.update` event
   * @param eventTime when the event happened
   * @returns false when the content does not identify a comment
   */
  async accept(
    integration: IntegrationRef,
    content: Record<string, unknown>,
    eventTime: Date,
  ): Promise<boolean> {
    const event = readCommentEvent(content, eventTime);
    if (!event) return false;
    await this.facts.store(integration, event);
    if (content.comment_action === 'set_to_public')
      await this.echoes.shown(integration.organisationId, integration.id, event.id);
    return true;
  }

  /** The integrations of all organisations whose inbox contains the comment. */
  async integrationsWithComment(content: Record<string, unknown>, eventTime: Date): Promise<string[]> {
    const event = readCommentEvent(content, eventTime);
    if (!event) return [];
    return await this.system.transaction('find the inboxes with a comment', async (em) =>
      (await queryRows<{ id: string }>(em, INTEGRATIONS_WITH_COMMENT, [event.videoId, event.id])).map(
        ({ id }) => id,
      ),
    );
  }
}
