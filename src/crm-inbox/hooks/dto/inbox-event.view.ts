import { CrmConversationView } from '../../conversations/dto/conversation.view.js';
import { CrmMessageView } from '../../conversations/dto/message.view.js';

export class ConversationEventData {
  organisationId: string;

  /** As `GET /api/crm/conversations/{conversationId}` shows it. */
  conversation: CrmConversationView;
}

export class MessageEventData extends ConversationEventData {
  /** As `GET /api/crm/conversations/{conversationId}/messages` shows it. */
  message: CrmMessageView;
}

/** The body of an event about a conversation. */
export class ConversationEvent {
  /** What happened. */
  type: 'conversation.created' | 'conversation.updated';

  /** When it happened. `data` is read when the event is sent. */
  timestamp: Date;

  data: ConversationEventData;
}

/** The body of an event about a message. */
export class MessageEvent {
  /** A person or the account wrote a comment or a direct message: see `direction`. */
  type: 'message.created';

  /** When the service learned of it. `data` is read when the event is sent. */
  timestamp: Date;

  data: MessageEventData;
}
