import { CrmConversationView } from './conversation.view.js';
import { CrmMessageView, TimelineEventView } from './message.view.js';

/** A conversation as an agent opens it. */
export class ConversationDetailsView {
  conversation: CrmConversationView;

  /** The newest messages, the newest first. */
  messages: CrmMessageView[];

  /** Continues with older messages: the `cursor` of the list of messages. Absent if all are here. */
  olderMessagesCursor?: string;

  /** The newest lines of the timeline, the newest first. */
  timeline: TimelineEventView[];
}
