import { viewerIdentifier } from '../../comments/viewer.js';
import type { JsonObject } from '../../open-api/api-call.js';
import type { World } from '../../world.js';
import type { Conversation, Message } from './conversation.js';

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

export function messageView(
  { accounts }: World,
  { id, username, person }: Conversation,
  message: Message,
): JsonObject {
  const owner = { id: accounts.get(username)?.businessId ?? '', role: 'BUSINESS_ACCOUNT' };
  const other = { id: viewerIdentifier(person), role: 'PERSONAL_ACCOUNT' };
  const { fromOwner, type } = message;
  return {
    conversation_id: id,
    message_id: message.id,
    sender: fromOwner ? username : person,
    recipient: fromOwner ? person : username,
    from_user: fromOwner ? owner : other,
    to_user: fromOwner ? other : owner,
    timestamp: message.at,
    message_type: type,
    [type.toLowerCase()]: message.content,
    message_tag: { source: fromOwner ? 'API' : 'APP' },
  };
}

/** The form that webhooks use: with lower-case kinds and other names. */
export function messageEvent(world: World, conversation: Conversation, message: Message): JsonObject {
  const { message_type, sender, recipient, from_user, to_user, ...rest } = messageView(
    world,
    conversation,
    message,
  );
  return {
    ...rest,
    type: String(message_type).toLowerCase(),
    from: sender,
    to: recipient,
    from_user: lowerCase(from_user),
    to_user: lowerCase(to_user),
    unique_identifier: viewerIdentifier(conversation.person),
  };
}

function lowerCase(user: unknown): JsonObject {
  const { id, role } = user as { id: string; role: string };
  return { id, role: role.toLowerCase() };
}
