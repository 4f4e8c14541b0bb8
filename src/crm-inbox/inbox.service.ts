import { Injectable } from '@nestjs/common';
import { decodeCursor, isId, NotFoundError, toPage, type Page, type PageQuery } from '../common/index.js';
import { OrgContext } from '../database/index.js';
import { Conversation } from './conversation.entity.js';
import { ConversationView, MessageView, toConversationView, toMessageView } from './dto/inbox.views.js';
import { Message } from './message.entity.js';

@Injectable()
export class InboxService {
  constructor(private readonly orgContext: OrgContext) {}

  /** The liveliest first. */
  conversations({ limit, cursor }: PageQuery): Promise<Page<ConversationView>> {
    const [time, id] = decodeCursor(cursor, ['time', 'id']) ?? [];
    return this.orgContext.transaction(async (em) => {
      const query = em
        .getRepository(Conversation)
        .createQueryBuilder('c')
        .where('c.organisation_id = :org', { org: this.orgContext.organisationId })
        .orderBy('c.last_message_at', 'DESC')
        .addOrderBy('c.id', 'DESC')
        .limit(limit + 1);
      if (time && id) query.andWhere('(c.last_message_at, c.id) < (:time, :id)', { time, id });
      return toPage(await query.getMany(), limit, conversationKey, toConversationView);
    });
  }

  /** Oldest first, as one reads a thread. @throws NotFoundError */
  messages(conversationId: string, { limit, cursor }: PageQuery): Promise<Page<MessageView>> {
    const [time, id] = decodeCursor(cursor, ['time', 'id']) ?? [];
    return this.orgContext.transaction(async (em) => {
      const known =
        isId(conversationId) && (await em.getRepository(Conversation).existsBy({ id: conversationId }));
      if (!known)
        throw new NotFoundError(
          'unknown_conversation',
          'There is no such conversation in this organisation.',
        );
      const query = em
        .getRepository(Message)
        .createQueryBuilder('m')
        .where('m.conversation_id = :conversationId', { conversationId })
        .orderBy('m.sent_at', 'ASC')
        .addOrderBy('m.id', 'ASC')
        .limit(limit + 1);
      if (time && id) query.andWhere('(m.sent_at, m.id) > (:time, :id)', { time, id });
      return toPage(await query.getMany(), limit, (row) => [row.sentAt.toISOString(), row.id], toMessageView);
    });
  }
}

function conversationKey({ lastMessageAt, id }: Conversation): string[] {
  return [lastMessageAt.toISOString(), id];
}
