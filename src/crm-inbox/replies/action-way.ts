import type { Conversation } from '../conversation.entity.js';
import type { Message } from '../message.entity.js';
import type { MessageAction } from './message-action.js';

/** A comment that a user acts on. */
export interface Subject {
  conversation: Conversation;
  message: Message;
}

/** The calls that act on a comment: by the account that owns the post, or by an ad account. */
export interface ActionWay {
  /** @throws TikTokError */
  send(subject: Subject, action: MessageAction): Promise<void>;
  /** After a lost answer, the comment itself may show that the call has taken effect. */
  hasHappened(subject: Subject, action: MessageAction): Promise<boolean>;
}
