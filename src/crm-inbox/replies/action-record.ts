import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { Conversation } from '../conversation.entity.js';
import { messageFact, type MessageFact } from '../facts/message-fact.js';
import { Message } from '../message.entity.js';
import { ConversationWriter } from '../store/conversation-writer.js';
import { lockInbox } from '../store/inbox-lock.js';

/** What an action has changed. */
export type FactChange = Partial<Pick<MessageFact, 'visibility'>> & { figures?: { liked: boolean } };

type Acted = Pick<Message, 'id' | 'platformId'>;

// Where another inbox had the comment, too, only its copy is left.
const COPY = `
  SELECT m.id FROM messages m JOIN integrations i ON i.id = m.integration_id
  WHERE i.organisation_id = $1 AND m.comment_id = $2 ORDER BY m.id LIMIT 1`;

/**
 * Stores what an action has changed. During the call, the conversation may have moved to the integration that owns the post:
 * a fact for the former one would make the comment there again.
 */
@Injectable()
export class ActionRecord {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly writer: ConversationWriter,
    private readonly clock: Clock,
  ) {}

  /** @returns the message as it is now; null if it is gone */
  async store(acted: Acted, change: FactChange, actor: string): Promise<Message | null> {
    const { organisationId } = this.orgContext;
    return await this.orgContext.transaction(async (em) => {
      const message = await this.locked(em, acted);
      const conversation =
        message && (await em.getRepository(Conversation).findOneBy({ id: message.conversationId }));
      if (!conversation) return null;
      const { kind, videoId, threadKey, integrationId } = conversation;
      const about = { kind, id: message.platformId, source: 'reply', videoId, threadKey } as const;
      const fact = messageFact({ ...about, at: this.clock.now(), actor, ...change });
      await this.writer.apply(em, { id: integrationId, organisationId }, [fact]);
      return await em.getRepository(Message).findOneBy({ id: message.id });
    });
  }

  /** Locks the inbox that has the message. Conversations move under this lock. */
  private async locked(em: EntityManager, acted: Acted): Promise<Message | null> {
    let before = await this.find(em, acted);
    while (before) {
      await lockInbox(em, before.integrationId);
      const now = await this.find(em, acted);
      if (now?.integrationId === before.integrationId) return now;
      before = now;
    }
    return null;
  }

  private async find(em: EntityManager, { id, platformId }: Acted): Promise<Message | null> {
    const messages = em.getRepository(Message);
    const same = await messages.findOneBy({ id });
    if (same) return same;
    const [copy] = await queryRows<{ id: string }>(em, COPY, [this.orgContext.organisationId, platformId]);
    return copy ? await messages.findOneBy({ id: copy.id }) : null;
  }
}
