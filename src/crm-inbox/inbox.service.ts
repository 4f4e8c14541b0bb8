import { Injectable } from '@nestjs/common';
import { isId, NotFoundError, type Page, type PageQuery } from '../common/index.js';
import { OrgContext, OrgLists, type ListOf } from '../database/index.js';
import { Conversation } from './conversation.entity.js';
import { ConversationView, MessageView, toConversationView, toMessageView } from './dto/inbox.view.js';
import { Message } from './message.entity.js';

const MOST_RECENT_FIRST: ListOf<Conversation> = {
  entity: Conversation,
  key: [
    { column: 'last_message_at', part: 'time', read: (row) => row.lastMessageAt.toISOString() },
    { column: 'id', part: 'id', read: (row) => row.id },
  ],
  direction: 'DESC',
};
const OLDEST_FIRST: ListOf<Message> = {
  entity: Message,
  key: [
    { column: 'sent_at', part: 'time', read: (row) => row.sentAt.toISOString() },
    { column: 'id', part: 'id', read: (row) => row.id },
  ],
  direction: 'ASC',
};

@Injectable()
export class InboxService {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly lists: OrgLists,
  ) {}

  /** Most recently active first. An ad may show a comment on a post later: it stays in the list. */
  conversations(query: PageQuery): Promise<Page<ConversationView>> {
    return this.lists.page(MOST_RECENT_FIRST, query, toConversationView, [[`kind <> 'message'`]]);
  }

  /** Oldest first. @throws NotFoundError */
  async messages(conversationId: string, query: PageQuery): Promise<Page<MessageView>> {
    if (!(await this.isKnown(conversationId)))
      throw new NotFoundError(
        'unknown_conversation',
        'No such conversation in this organisation. List them with GET /api/crm-inbox/conversations.',
      );
    return await this.lists.page(OLDEST_FIRST, query, toMessageView, [
      ['conversation_id = ?', conversationId],
    ]);
  }

  private async isKnown(id: string): Promise<boolean> {
    return isId(id) && (await this.orgContext.transaction((em) => em.existsBy(Conversation, { id })));
  }
}
