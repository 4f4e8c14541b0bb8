import { namedUuid } from '../../ids.js';
import { imageSize } from '../files/image-size.js';
import { missing, notFound } from '../wire/business-error.js';
import type { BusinessEndpoint } from '../wire/endpoint.js';
import { recipientOfReply } from './direct-reply.js';
import { readContent, readQuote, requireMedia, SENT_TYPES, unsupportedFile } from './message-content.js';
import { messageEndpoint, requireConversation } from './message-endpoint.js';
import { requireOpenWindow } from './message-window.js';
import { writeMessage } from './write-message.js';

const TYPES = [...SENT_TYPES, 'SENDER_ACTION'] as const;
const IMAGE_MAX_BYTES = 3_000_000;
const MEDIA_MS = 30 * 86_400_000;
const DOWNLOAD_SECONDS = 86_400;
const SEND = ['message.list.send', 'message.list.manage'];

/** There is no idempotency key: two calls create two messages. */
const send = messageEndpoint({
  method: 'POST',
  path: '/business/message/send/',
  scopes: SEND,
  handle(call) {
    const { params, world, settings, now } = call;
    const reply = params.object('direct_reply');
    if (!reply) params.requireOneOf('recipient_type', ['CONVERSATION']);
    const type = params.requireOneOf('message_type', TYPES);
    const conversation = reply
      ? recipientOfReply(call, reply)
      : requireConversation(call, params.requireText('recipient'));
    if (type === 'SENDER_ACTION') {
      params.requireOneOf('sender_action', ['TYPING', 'MARK_READ']);
      return { message: { message_id: '' } };
    }
    const content = readContent(call, type);
    const quotes = readQuote(call, type, conversation);
    if (!reply) requireOpenWindow(conversation, settings, now);
    const written = { fromOwner: true, type, content, source: 'API' as const };
    const message = writeMessage(world, conversation, {
      ...written,
      ...(quotes === undefined ? {} : { quotes }),
    });
    return { message: { message_id: message.id } };
  },
});

const mediaUpload = messageEndpoint({
  method: 'POST',
  path: '/business/message/media/upload/',
  scopes: SEND,
  handle({ params, files, tables, account, now }) {
    params.requireOneOf('media_type', ['IMAGE']);
    const file = files.get('file');
    if (!file) throw missing('file');
    if (file.bytes > IMAGE_MAX_BYTES || !imageSize(file.head)) throw unsupportedFile();
    const media = tables.messageMedia.add({
      id: namedUuid(`${account.username}/${now}/${file.md5}`),
      username: account.username,
      bytes: file.bytes,
      expiresAt: now + MEDIA_MS,
    });
    return { media_id: media.id };
  },
});

const mediaDownload = messageEndpoint({
  method: 'POST',
  path: '/business/message/media/download/',
  scopes: ['message.list.read', 'message.list.manage'],
  handle(call) {
    const { params, origin, now } = call;
    const conversation = requireConversation(call, params.requireText('conversation_id'));
    const messageId = params.requireText('message_id');
    const message = conversation.messages.find(({ id }) => id === messageId);
    if (!message) throw notFound(`message_id: ${messageId} does not exist.`);
    params.requireOneOf('media_type', ['IMAGE', 'VIDEO']);
    const mediaId = params.requireText('media_id');
    if (message.content['media_id'] !== mediaId) throw notFound(`media_id: ${mediaId} does not exist.`);
    if (message.fromOwner) requireMedia(call, mediaId);
    const expires = Math.floor(now / 1000) + DOWNLOAD_SECONDS;
    return { download_url: `${origin}/media/message/${mediaId}?x-expires=${expires}` };
  },
});

export const MESSAGE_WRITE_ENDPOINTS: readonly BusinessEndpoint[] = [send, mediaUpload, mediaDownload];
