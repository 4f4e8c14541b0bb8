import { createHash } from 'node:crypto';
import { itemId } from '../../ids.js';
import { businessEvent } from '../../webhooks/event-of.js';
import type { World } from '../../world.js';
import type { Conversation, Message } from './conversation.js';
import { messageEvent } from './message-view.js';

/** The conversation of an account with a person; there is one at most. */
export function conversationWith(world: World, username: string, person: string): Conversation {
  const { conversations } = world.business.tables;
  const id = createHash('sha512').update(`${username}/${person}`).digest('base64');
  return conversations.get(id) ?? conversations.add({ id, username, person, isStranger: true, messages: [] });
}

/** Adds a message and notifies the app; the app's own messages come back as an echo. */
export function writeMessage(
  world: World,
  conversation: Conversation,
  written: Pick<Message, 'fromOwner' | 'type' | 'content'>,
): Message {
  const at = world.clock.now();
  const message: Message = { ...written, id: itemId(at), at };
  conversation.messages.push(message);
  if (message.fromOwner) conversation.isStranger = false;
  const event = message.fromOwner ? 'im_send_msg' : 'im_receive_msg';
  const content = JSON.stringify(messageEvent(world, conversation, message));
  world.webhooks.emit(businessEvent(world, event, conversation.username, content));
  return message;
}
