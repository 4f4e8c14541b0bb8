import {
  readDirectMessage,
  directionOf,
  personKeyOf,
  personNameOf,
  type DirectMessageFact,
} from './direct-message.js';
import { listOf, objectOf, textOf, timeOr } from './wire-fields.js';

/** Someone put an emoji on a message, or took it back. */
export interface ReactionFact {
  conversationId: string;
  messageId: string;
  by: 'person' | 'account';
  /** The emoji, or the address of a drawn one. */
  emoji: string;
  removed: boolean;
  at: Date;
}

/** A conversation, and the person in it. */
export interface ConversationFact {
  conversationId: string;
  personKey: string | null;
  personUsername: string | null;
  at: Date;
}

/** What an event of DIRECT_MESSAGE says. */
export type DirectEvent =
  | { kind: 'message'; message: DirectMessageFact }
  | { kind: 'reactions'; reactions: ReactionFact[]; conversation: ConversationFact }
  /** The person has seen what the account sent until then. */
  | { kind: 'read'; conversation: ConversationFact; readUntil: Date }
  /** The person came by an ad or a link. */
  | { kind: 'referral'; conversation: ConversationFact; source: string; details: Record<string, unknown> }
  /** A person in the EEA, Switzerland or the UK wrote; TikTok says neither who nor what. */
  | { kind: 'european'; at: Date }
  | { kind: 'unknown' };

type Fields = Readonly<Record<string, unknown>>;

const ASSUMED: Record<string, 'in' | 'out'> = { im_receive_msg: 'in', im_send_msg: 'out' };

/**
 * Reads an event of direct messages.
 * @param name such as `im_receive_msg`
 * @param businessId the account that the event is about
 */
export function readDirectEvent(
  name: string,
  content: Fields,
  { businessId, eventTime }: { businessId: string | null; eventTime: Date },
): DirectEvent {
  if (name === 'im_receive_msg_eu') return { kind: 'european', at: timeOr(content['timestamp'], eventTime) };
  const context = {
    businessId,
    fallbackTime: eventTime,
    ...(ASSUMED[name] && { assumed: ASSUMED[name] }),
  };
  if (name === 'im_mark_read_msg' || name === 'im_referral_msg') {
    const conversation = conversationOf(content, 'in', eventTime);
    if (!conversation) return { kind: 'unknown' };
    if (name === 'im_referral_msg') return referralOf(content, conversation);
    const read = objectOf(content['read'])['last_read_timestamp'];
    // What the account itself has read says nothing about the person.
    if (directionOf(content, context) === 'out') return { kind: 'unknown' };
    return { kind: 'read', conversation, readUntil: timeOr(read, conversation.at) };
  }
  if (ASSUMED[name] === undefined) return { kind: 'unknown' };
  if (textOf(content['type'])?.toLowerCase() === 'reaction') return reactionsOf(content, context);
  const message = readDirectMessage(content, context);
  return message ? { kind: 'message', message } : { kind: 'unknown' };
}

function conversationOf(
  content: Fields,
  direction: 'in' | 'out',
  eventTime: Date,
): ConversationFact | undefined {
  const conversationId = textOf(content['conversation_id']);
  if (conversationId === null) return undefined;
  return {
    conversationId,
    personKey: personKeyOf(content, direction),
    personUsername: personNameOf(content, direction),
    at: timeOr(content['timestamp'], eventTime),
  };
}

function referralOf(content: Fields, conversation: ConversationFact): DirectEvent {
  const referral = objectOf(content['referral']);
  const source = textOf(referral['source']) ?? 'unknown';
  return { kind: 'referral', conversation, source, details: { ...objectOf(referral[source]) } };
}

function reactionsOf(content: Fields, context: Parameters<typeof directionOf>[1]): DirectEvent {
  const direction = directionOf(content, context) ?? 'in';
  const conversation = conversationOf(content, direction, context.fallbackTime);
  if (!conversation) return { kind: 'unknown' };
  const reactions = listOf(content['reaction']).flatMap((one): ReactionFact[] => {
    const messageId = textOf(one['original_msg_id']);
    const emoji = textOf(one['emoji']) ?? textOf(one['ai_emoji_url']);
    if (messageId === null || emoji === null) return [];
    const by = textOf(one['unique_identifier']);
    const isAccount = by === null ? direction === 'out' : by === context.businessId;
    return [
      {
        conversationId: conversation.conversationId,
        messageId,
        by: isAccount ? 'account' : 'person',
        emoji,
        removed: textOf(one['operation'])?.toUpperCase() === 'REMOVE',
        at: timeOr(one['timestamp'], conversation.at),
      },
    ];
  });
  return reactions.length === 0 ? { kind: 'unknown' } : { kind: 'reactions', reactions, conversation };
}
