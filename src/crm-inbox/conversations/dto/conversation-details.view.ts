import { DirectView } from '../../direct/dto/direct.view.js';
import { OutgoingView } from '../../outbox/dto/outgoing.view.js';
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

  /**
   * The newest 20 replies and direct messages that users have written and TikTok has not confirmed, the newest first. One that was
   * sent again is left out.
   */
  unconfirmed: OutgoingView[];

  /** The messaging window, reactions and read mark of direct messages; null for comments. */
  direct: DirectView | null;
}
