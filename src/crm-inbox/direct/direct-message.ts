import { isRole, listOf, objectOf, textOf, timeOr } from './wire-fields.js';

export const DIRECT_TYPES = [
  'text',
  'image',
  'share_post',
  'video',
  'emoji',
  'sticker',
  'template',
  'other',
] as const;
export type DirectType = (typeof DIRECT_TYPES)[number];

/** A card with a question and its answers. */
export interface MessageCard {
  type: string | null;
  title: string | null;
  buttons: { id: string | null; title: string | null }[];
}

/** A message as webhooks and lists describe it; null for what neither says. */
export interface DirectMessageFact {
  conversationId: string;
  messageId: string;
  direction: 'in' | 'out';
  /** TikTok's `unique_identifier` of the person. */
  personKey: string | null;
  personUsername: string | null;
  at: Date;
  type: DirectType;
  /** TikTok's own word if the type is unknown to this service. */
  unknownType: string | null;
  text: string | null;
  /** A picture or video, which TikTok gives only to its own download call. */
  mediaId: string | null;
  /** A sticker, an emoji, or the address of a shared post. */
  url: string | null;
  videoId: string | null;
  card: MessageCard | null;
  quotedMessageId: string | null;
  /** The id of the card's button that the person has pressed. */
  buttonId: string | null;
  /** Where the account wrote it: APP, WEB, API, OTHERS or UNKNOWN_SOURCE. */
  source: string | null;
  autoType: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

interface Context {
  /** The account's `business_id`. */
  businessId: string | null;
  /** Used when the message has no time. */
  fallbackTime: Date;
  /** Used when the users have no roles. */
  assumed?: 'in' | 'out';
}

/**
 * Reads a message of a webhook or of `content/list`, which name the same things in two ways.
 * @returns undefined without the ids of the message and its conversation, or if its direction is unknown
 */
export function readDirectMessage(fields: Fields, context: Context): DirectMessageFact | undefined {
  const conversationId = textOf(fields['conversation_id']);
  const messageId = textOf(fields['message_id']);
  const direction = directionOf(fields, context);
  if (conversationId === null || messageId === null || !direction) return undefined;
  const word = (textOf(fields['type']) ?? textOf(fields['message_type']) ?? '').toLowerCase();
  const known = DIRECT_TYPES.find((type) => type === word);
  const post = objectOf(fields['share_post']);
  const media = objectOf(fields[word]);
  return {
    conversationId,
    messageId,
    direction,
    personKey: personKeyOf(fields, direction),
    personUsername: personNameOf(fields, direction),
    at: timeOr(fields['timestamp'], context.fallbackTime),
    type: known ?? 'other',
    unknownType: known || word === '' ? null : word,
    text: textOf(objectOf(fields['text'])['body']),
    mediaId: textOf(media['media_id']),
    url: textOf(media['url']) ?? textOf(post['embed_url']),
    videoId: textOf(post['video_id']) ?? textOf(post['item_id']),
    card: known === 'template' ? cardOf(objectOf(fields['template'])) : null,
    quotedMessageId: textOf(objectOf(fields['referenced_message_info'])['referenced_message_id']),
    buttonId: textOf(objectOf(fields['reply_source_payload'])['reply_source_unique_id']),
    source: textOf(objectOf(fields['message_tag'])['source'])?.toUpperCase() ?? null,
    autoType: textOf(fields['auto_message_type'])?.toUpperCase() ?? null,
  };
}

/** Roles decide: the ids of the users change sides in echoes. */
export function directionOf(fields: Fields, { businessId, assumed }: Context): 'in' | 'out' | undefined {
  const from = objectOf(fields['from_user']);
  const to = objectOf(fields['to_user']);
  if (isRole(from, 'business_account') || isRole(to, 'personal_account')) return 'out';
  if (isRole(from, 'personal_account') || isRole(to, 'business_account')) return 'in';
  if (businessId !== null && textOf(from['id']) === businessId) return 'out';
  if (businessId !== null && textOf(to['id']) === businessId) return 'in';
  return assumed;
}

export function personKeyOf(fields: Fields, direction: 'in' | 'out'): string | null {
  const person = objectOf(fields[direction === 'in' ? 'from_user' : 'to_user']);
  return textOf(fields['unique_identifier']) ?? textOf(person['id']);
}

export function personNameOf(fields: Fields, direction: 'in' | 'out'): string | null {
  return direction === 'in'
    ? (textOf(fields['from']) ?? textOf(fields['sender']))
    : (textOf(fields['to']) ?? textOf(fields['recipient']));
}

/** Events wrap the card into `elements` and name the text of a button `text`; lists do neither. */
function cardOf(template: Fields): MessageCard {
  const body = listOf(template['elements'])[0] ?? template;
  return {
    type: textOf(template['type'])?.toLowerCase() ?? null,
    title: textOf(body['title']),
    buttons: listOf(body['buttons']).map((button) => ({
      id: textOf(button['id']),
      title: textOf(button['title']) ?? textOf(button['text']),
    })),
  };
}
