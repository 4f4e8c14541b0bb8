/** Kinds of messages. TikTok may add others, and shows `OTHER` for what the API cannot express. */
export type DirectMessageType =
  'TEXT' | 'IMAGE' | 'SHARE_POST' | 'VIDEO' | 'EMOJI' | 'STICKER' | 'TEMPLATE' | 'OTHER';

export interface MessageUser {
  id?: string;
  /** In lower case in webhooks. */
  role?: string;
}

export interface MessageReaction {
  type?: string;
  /** Only of type EMOJI. */
  emoji?: string;
  /** Only of type AI_EMOJI; expires after 30 days. */
  ai_emoji_url?: string;
  /** The person's key, or the account's `business_id`. */
  unique_identifier?: string;
  /** UTC milliseconds. */
  timestamp?: number;
}

/** A message of `content/list`. Every field but the ids may be absent. */
export interface DirectMessage {
  conversation_id?: string;
  message_id?: string;
  /** Usernames. */
  sender?: string;
  recipient?: string;
  /** UTC milliseconds. */
  timestamp?: number | string;
  message_type?: string;
  text?: { body?: string };
  image?: { media_id?: string };
  share_post?: { item_id?: string; embed_url?: string };
  video?: { media_id?: string };
  sticker?: { url?: string };
  emoji?: { url?: string };
  template?: { type?: string; title?: string; buttons?: { type?: string; title?: string; id?: string }[] };
  from_user?: MessageUser;
  to_user?: MessageUser;
  reactions?: MessageReaction[];
  referenced_message_info?: { referenced_message_id?: string };
  /** Set for messages that TikTok sends automatically. */
  auto_message_type?: string;
  message_tag?: { source?: string };
}

export interface MessageParticipant extends MessageUser {
  display_name?: string;
  /** A signed URL that expires. */
  profile_image?: string;
  is_follower?: boolean;
}

/** The newest messages of a conversation; TikTok has no page after it. */
export interface MessageList {
  messages: DirectMessage[];
  participants: MessageParticipant[];
}

/** STRANGER: the account has not accepted the conversation. */
export type ConversationType = 'STRANGER' | 'SINGLE';

/** A conversation of the last 90 days. TikTok does not say here with whom. */
export interface ListedConversation {
  conversation_id: string;
  /** UTC milliseconds. Some pages name it `up_time`. */
  update_time?: number | string;
  up_time?: number | string;
  /** Ads and links by which the person came. Times of ads are in seconds here. */
  referral?: { ad?: Record<string, unknown>[]; short_link?: Record<string, unknown>[] };
}

export interface ConversationPage {
  conversations: ListedConversation[];
  cursor?: number;
  has_more: boolean;
}

/** A message to send, as TikTok's call takes it. */
export type OutgoingMessage =
  | {
      message_type: 'TEXT';
      text: { body: string };
      referenced_message_info?: { referenced_message_id: string };
    }
  | { message_type: 'IMAGE'; image: { media_id: string } }
  | { message_type: 'SHARE_POST'; share_post: { item_id: string } }
  | { message_type: 'TEMPLATE'; template: MessageTemplate };

export interface MessageTemplate {
  type: 'QA_BUTTON_CARD' | 'QA_LINK_CARD';
  title: string;
  buttons: { type: 'REPLY'; title: string; id: string }[];
}

export type SenderAction = 'TYPING' | 'MARK_READ';
