import type { JsonObject } from '../store/json-object.js';

export type MessageType = 'TEXT' | 'IMAGE' | 'SHARE_POST' | 'TEMPLATE';

export interface Message {
  readonly id: string;
  readonly fromOwner: boolean;
  readonly type: MessageType;
  /** The object under the type's own name: `{body}` of a text, `{media_id}` of an image. */
  readonly content: JsonObject;
  readonly at: number;
}

/** The messages between a user and the owner of an account. */
export interface Conversation {
  /** Base64, as TikTok's: it may hold `+` and `/`. */
  readonly id: string;
  /** The account. */
  readonly username: string;
  readonly person: string;
  /** The owner has not accepted it yet. */
  isStranger: boolean;
  readonly messages: Message[];
}

/** A picture that messages may carry for 30 days. */
export interface MessageMedia {
  readonly id: string;
  readonly username: string;
  readonly bytes: number;
  readonly expiresAt: number;
}
