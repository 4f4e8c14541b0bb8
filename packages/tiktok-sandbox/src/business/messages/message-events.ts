import type { JsonObject } from '../../open-api/api-call.js';
import { businessEvent } from '../../webhooks/event-of.js';
import type { World } from '../../world.js';
import type { Conversation, Message, Reaction, Referral } from './conversation.js';
import { eventDirection, reactionView } from './message-view.js';
import { messagingTraits } from './current-messaging.js';

/** `im_receive_msg`, its stripped form for European senders, or the echo `im_send_msg`. Source: inbox reference §5.3. */
export function emitMessage(world: World, conversation: Conversation, message: Message): void {
  const { fromOwner, type, quotes, autoType, at } = message;
  const name = type.toLowerCase();
  emitTurn(world, conversation, fromOwner, {
    message_id: message.id,
    timestamp: at,
    type: name,
    ...(type === 'OTHER' ? {} : { [name]: eventContent(message) }),
    ...(quotes === undefined ? {} : { referenced_message_info: { referenced_message_id: quotes } }),
    ...(autoType === undefined ? {} : { auto_message_type: autoType }),
    scene_type: 0,
    is_follower: false,
    message_tag: { source: message.source ?? 'APP' },
  });
}

/** A reaction is an event with an id of its own, and no message of the content list. */
export function emitReaction(
  world: World,
  conversation: Conversation,
  reaction: Reaction,
  { id, originalId, operation }: { id: string; originalId: string; operation: 'ADD' | 'REMOVE' },
): void {
  const entry = {
    operation,
    ...reactionView(world, conversation, reaction),
    original_msg_id: originalId,
  };
  emitTurn(world, conversation, reaction.byOwner, {
    message_id: id,
    timestamp: reaction.at,
    type: 'reaction',
    reaction: [entry],
    scene_type: 0,
    is_follower: false,
    message_tag: { source: 'APP' },
  });
}

/** The person has seen everything up to that message. TikTok does not report what the account has read. */
export function emitRead(world: World, conversation: Conversation, lastReadAt: number): void {
  const read = { last_read_timestamp: lastReadAt };
  send(world, 'im_mark_read_msg', conversation, {
    ...eventDirection(world, conversation, false),
    timestamp: world.clock.now(),
    read,
  });
}

export function emitReferral(
  world: World,
  conversation: Conversation,
  { source, details, at }: Referral,
): void {
  send(world, 'im_referral_msg', conversation, {
    ...eventDirection(world, conversation, false),
    timestamp: at,
    is_follower: false,
    referral: { source, [source]: details },
  });
}

function emitTurn(world: World, conversation: Conversation, fromOwner: boolean, content: JsonObject): void {
  const { username, isStranger, isEuropean } = conversation;
  const full = { ...eventDirection(world, conversation, fromOwner), ...content };
  if (fromOwner) {
    const delay = world.settings.business.messageEchoMs;
    if (delay === 0) return send(world, 'im_send_msg', conversation, full);
    world.clock.after(delay, () => send(world, 'im_send_msg', conversation, full));
    return;
  }
  // TikTok says nothing about a request that its owner has not accepted.
  if (isStranger && messagingTraits(world, username).whoMayWrite === 'requests') return;
  if (!isEuropean) return send(world, 'im_receive_msg', conversation, full);
  const { to, to_user, timestamp } = full as JsonObject;
  send(world, 'im_receive_msg_eu', conversation, { to, to_user, timestamp });
}

function send(world: World, event: string, { username }: Conversation, content: JsonObject): void {
  world.webhooks.emit(businessEvent(world, event, username, JSON.stringify(content)));
}

/** Events name some contents in other words than the calls do. */
function eventContent({ type, content }: Message): JsonObject {
  if (type === 'SHARE_POST') return { embed_url: content['embed_url'], video_id: content['item_id'] };
  if (type !== 'TEMPLATE') return content;
  const buttons = (content['buttons'] as JsonObject[]).map(({ title, type: kind, id }) => ({
    text: title,
    type: kind,
    id,
  }));
  return {
    type: String(content['type']).toLowerCase(),
    elements: [{ title: content['title'], buttons }],
  };
}
