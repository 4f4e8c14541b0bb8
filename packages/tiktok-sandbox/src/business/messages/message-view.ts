import { viewerIdentifier } from '../../comments/viewer.js';
import type { JsonObject } from '../../open-api/api-call.js';
import type { World } from '../../world.js';
import type { Conversation, Message, Reaction } from './conversation.js';

/** The two participants. Source: inbox reference §4.1. */
export function participantsOf(
  { accounts }: World,
  origin: string,
  conversation: Conversation,
): JsonObject[] {
  const { username, person } = conversation;
  const owner = accounts.get(username);
  return [
    {
      role: 'BUSINESS_ACCOUNT',
      id: owner?.businessId ?? '',
      display_name: owner?.displayName ?? username,
      profile_image: `${origin}/media/viewer/${encodeURIComponent(username)}.svg`,
    },
    {
      role: 'PERSONAL_ACCOUNT',
      id: viewerIdentifier(person),
      display_name: person,
      profile_image: `${origin}/media/viewer/${encodeURIComponent(person)}.svg`,
      is_follower: false,
    },
  ];
}

export function messageView(world: World, conversation: Conversation, message: Message): JsonObject {
  const { fromOwner, type, quotes, autoType, reactions = [] } = message;
  return {
    conversation_id: conversation.id,
    message_id: message.id,
    ...directionOf(world, conversation, fromOwner),
    timestamp: message.at,
    message_type: type,
    ...(type === 'OTHER' ? {} : { [type.toLowerCase()]: message.content }),
    message_tag: { source: message.source ?? 'APP' },
    ...(quotes === undefined ? {} : { referenced_message_info: { referenced_message_id: quotes } }),
    ...(autoType === undefined ? {} : { auto_message_type: autoType }),
    ...(reactions.length === 0
      ? {}
      : { reactions: reactions.map((one) => reactionView(world, conversation, one)) }),
  };
}

function directionOf(
  { accounts }: World,
  { username, person }: Conversation,
  fromOwner: boolean,
): JsonObject {
  const owner = { id: accounts.get(username)?.businessId ?? '', role: 'BUSINESS_ACCOUNT' };
  const other = { id: viewerIdentifier(person), role: 'PERSONAL_ACCOUNT' };
  return {
    sender: fromOwner ? username : person,
    recipient: fromOwner ? person : username,
    from_user: fromOwner ? owner : other,
    to_user: fromOwner ? other : owner,
  };
}

export function reactionView(
  { accounts }: World,
  { username, person }: Conversation,
  { emoji, byOwner, at }: Reaction,
): JsonObject {
  const owner = accounts.get(username)?.businessId ?? '';
  return {
    type: 'EMOJI',
    emoji,
    unique_identifier: byOwner ? owner : viewerIdentifier(person),
    timestamp: at,
  };
}

/** Who wrote to whom in an event: usernames, and the two users with roles in lower case. */
export function eventDirection(world: World, conversation: Conversation, fromOwner: boolean): JsonObject {
  const { sender, recipient, from_user, to_user } = directionOf(world, conversation, fromOwner);
  return {
    from: sender,
    to: recipient,
    from_user: lowerCase(from_user),
    to_user: lowerCase(to_user),
    unique_identifier: viewerIdentifier(conversation.person),
    conversation_id: conversation.id,
  };
}

function lowerCase(user: unknown): JsonObject {
  const { id, role } = user as { id: string; role: string };
  return { id, role: role.toLowerCase() };
}
