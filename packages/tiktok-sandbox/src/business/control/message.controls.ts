import type { FastifyInstance } from 'fastify';
import { accountIn, control, ControlError, textIn } from '../../control/control-input.js';
import { namedUuid, itemId } from '../../ids.js';
import {
  type Conversation,
  MESSAGE_SOURCES,
  MESSAGE_TYPES,
  type MessageType,
} from '../messages/conversation.js';
import { emitRead, emitReaction, emitReferral } from '../messages/message-events.js';
import { conversationId, conversationWith, writeMessage } from '../messages/write-message.js';
import type { JsonObject } from '../store/json-object.js';
import type { World } from '../../world.js';
import { choiceIn, objectIn } from './business-input.js';

const DEFAULT_PERSON = 'curious.viewer';

/** What the person on the other side does, and what the account's owner does in TikTok's app. */
export function messageControls(app: FastifyInstance, world: World): void {
  control(app, 'POST', '/business/messages', ({ body }) => write(world, body));
  control(app, 'GET', '/business/messages', ({ query }) => {
    const account = query.get('account');
    const { username } = accountIn(world, account === null ? {} : { account });
    return { conversations: world.business.tables.conversations.of(username) };
  });
  control(app, 'POST', '/business/messages/accept', ({ body }) => {
    const conversation = conversationIn(world, body);
    conversation.isStranger = false;
    return { conversationId: conversation.id };
  });
  control(app, 'POST', '/business/messages/block', ({ body }) => {
    const conversation = conversationIn(world, body);
    conversation.blocked = textIn(body, 'cause') ?? 'privacy';
    return { conversationId: conversation.id, blocked: conversation.blocked };
  });
  control(app, 'POST', '/business/messages/read', ({ body }) => {
    const conversation = conversationIn(world, body);
    const seen = conversation.messages.findLast(({ fromOwner }) => fromOwner);
    if (!seen) throw new ControlError('the account has written nothing to read');
    emitRead(world, conversation, seen.at);
    return { conversationId: conversation.id, lastReadTimestamp: seen.at };
  });
  control(app, 'POST', '/business/messages/react', ({ body }) => react(world, body));
  control(app, 'POST', '/business/messages/referral', ({ body }) => refer(world, body));
}

/** A message of the person, or with `fromOwner` one that the owner writes in TikTok's app. */
function write(world: World, body: JsonObject): object {
  const { username } = accountIn(world, body);
  const type = choiceIn(body, 'type', MESSAGE_TYPES) ?? 'TEXT';
  const content = contentIn(body, type);
  const conversation = conversationWith(world, username, textIn(body, 'username') ?? DEFAULT_PERSON);
  if (body['accepted'] === true) conversation.isStranger = false;
  if (body['european'] === true) conversation.isEuropean = true;
  const quotes = textIn(body, 'quotes');
  const autoType = textIn(body, 'autoType');
  const source = choiceIn(body, 'source', MESSAGE_SOURCES);
  const written = {
    fromOwner: body['fromOwner'] === true,
    type,
    content,
    ...(source === undefined ? {} : { source }),
    ...(quotes === undefined ? {} : { quotes }),
    ...(autoType === undefined ? {} : { autoType }),
  };
  const message = writeMessage(world, conversation, written, body['silent'] === true);
  return { conversationId: conversation.id, messageId: message.id, timestamp: message.at };
}

function contentIn(body: JsonObject, type: MessageType): JsonObject {
  const content = objectIn(body, 'content');
  if (content) return content;
  const text = textIn(body, 'text');
  if (type === 'TEXT') {
    if (text === undefined) throw new ControlError('text is missing');
    return { body: text };
  }
  const name = namedUuid(`${type}/${String(body['username'])}/${Date.now()}`);
  if (type === 'IMAGE' || type === 'VIDEO') return { media_id: name };
  if (type === 'STICKER' || type === 'EMOJI') return { url: `https://p16.tiktokcdn.example/${name}.webp` };
  if (type === 'OTHER') return {};
  throw new ControlError(`content is missing, which ${type} needs`);
}

/** An emoji on a message; the newest one of the other side by default. */
function react(world: World, body: JsonObject): object {
  const conversation = conversationIn(world, body);
  const byOwner = body['byOwner'] === true;
  const wanted = textIn(body, 'messageId');
  const message = conversation.messages.findLast(({ id, fromOwner }) =>
    wanted === undefined ? fromOwner !== byOwner : id === wanted,
  );
  if (!message) throw new ControlError('there is no such message', 404);
  const at = world.clock.now();
  const reaction = { emoji: textIn(body, 'emoji') ?? '👍', byOwner, at };
  const others = (message.reactions ?? []).filter((one) => one.byOwner !== byOwner);
  const isRemoved = body['remove'] === true;
  message.reactions = isRemoved ? others : [...others, reaction];
  const operation = isRemoved ? 'REMOVE' : 'ADD';
  const id = itemId(at);
  emitReaction(world, conversation, reaction, { id, originalId: message.id, operation });
  return { conversationId: conversation.id, messageId: message.id };
}

/** A person comes by an ad or a link of the account; the conversation exists from then on. */
function refer(world: World, body: JsonObject): object {
  const { username } = accountIn(world, body);
  const conversation = conversationWith(world, username, textIn(body, 'username') ?? DEFAULT_PERSON);
  const source = choiceIn(body, 'source', ['ad', 'short_link']) ?? 'ad';
  const at = world.clock.now();
  const usual = source === 'ad' ? adOf(at) : { ref: 'spring', prefilled_message_audit_status: 'PASS' };
  const referral = { source, details: { ...usual, ...objectIn(body, 'details') }, at };
  conversation.referrals = [...(conversation.referrals ?? []), referral];
  emitReferral(world, conversation, referral);
  return { conversationId: conversation.id };
}

function adOf(at: number): JsonObject {
  return {
    advertiser_id: itemId(at),
    ad_id: itemId(at),
    ad_name: 'Message us',
    embed_url: 'https://www.tiktok.com/player/v1/1',
    timestamp: at,
  };
}

function conversationIn(world: World, body: JsonObject): Conversation {
  const { username } = accountIn(world, body);
  const id = conversationId(username, textIn(body, 'username') ?? DEFAULT_PERSON);
  const conversation = world.business.tables.conversations.get(id);
  if (!conversation) throw new ControlError('there is no such conversation', 404);
  return conversation;
}
