import { createHash } from 'node:crypto';
import { itemId } from '../../ids.js';
import type { World } from '../../world.js';
import type { Conversation, Message } from './conversation.js';
import { emitMessage } from './message-events.js';

/** The conversation of an account with a person; there is one at most. */
export function conversationWith(world: World, username: string, person: string): Conversation {
  const { conversations } = world.business.tables;
  const id = conversationId(username, person);
  return conversations.get(id) ?? conversations.add({ id, username, person, isStranger: true, messages: [] });
}

export function conversationId(username: string, person: string): string {
  return createHash('sha512').update(`${username}/${person}`).digest('base64');
}

/** Adds a message and notifies the app; the app's own messages come back as an echo. @param isSilent the event is lost */
export function writeMessage(
  world: World,
  conversation: Conversation,
  written: Omit<Message, 'id' | 'at' | 'reactions'>,
  isSilent = false,
): Message {
  // Two messages of one conversation never share a millisecond, because their order would be unknown.
  const at = Math.max(world.clock.now(), (conversation.messages.at(-1)?.at ?? 0) + 1);
  const message: Message = { ...written, id: itemId(at), at };
  conversation.messages.push(message);
  if (message.fromOwner) conversation.isStranger = false;
  else conversation.blocked = undefined;
  if (!isSilent) emitMessage(world, conversation, message);
  return message;
}
