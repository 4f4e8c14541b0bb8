import type { JsonObject } from '../store/json-object.js';

/** The kinds that a person may send; `OTHER` is every kind that the API does not show. */
export const MESSAGE_TYPES = [
  'TEXT',
  'IMAGE',
  'SHARE_POST',
  'VIDEO',
  'EMOJI',
  'STICKER',
  'TEMPLATE',
  'OTHER',
] as const;

export type MessageType = (typeof MESSAGE_TYPES)[number];

export const MESSAGE_SOURCES = ['APP', 'WEB', 'API', 'OTHERS', 'UNKNOWN_SOURCE'] as const;

export type MessageSource = (typeof MESSAGE_SOURCES)[number];

/** One person's emoji on a message; a second one replaces it. */
export interface Reaction {
  readonly emoji: string;
  readonly byOwner: boolean;
  readonly at: number;
}

export interface Message {
  readonly id: string;
  readonly fromOwner: boolean;
  readonly type: MessageType;
  /** The object under the type's own name: `{body}` of a text, `{media_id}` of an image. */
  readonly content: JsonObject;
  readonly at: number;
  /** Where it was written; the app by default. */
  readonly source?: MessageSource;
  /** The message that it answers. */
  readonly quotes?: string;
  /** Set for messages that TikTok sends automatically. */
  readonly autoType?: string;
  reactions?: Reaction[];
}

/** How a person came to a conversation, as the API shows it. */
export interface Referral {
  readonly source: 'ad' | 'short_link';
  readonly details: JsonObject;
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
  /** The person lives in the EEA, Switzerland or the UK. */
  isEuropean?: boolean;
  /** TikTok refuses messages until the person writes again; the code does not say why. */
  blocked?: string | undefined;
  referrals?: Referral[];
  readonly messages: Message[];
}

/** A picture that messages may carry for 30 days. */
export interface MessageMedia {
  readonly id: string;
  readonly username: string;
  readonly bytes: number;
  readonly expiresAt: number;
}

/** A comment for which Comment-to-Message offers one message. */
export interface HighIntentComment {
  /** The comment's id. */
  readonly id: string;
  readonly username: string;
  readonly person: string;
  readonly at: number;
  answered: boolean;
}
