import { namedUuid } from '../../ids.js';
import type { AccountCall } from '../wire/business-call.js';
import { BusinessError, invalidParam, missing, notFound } from '../wire/business-error.js';
import { accountEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import type { Params } from '../wire/params.js';
import { imageSize } from '../files/image-size.js';
import type { MessageMedia, MessageType } from './conversation.js';
import { requireConversation } from './message-read.endpoints.js';
import { requireOpenWindow } from './message-window.js';
import { writeMessage } from './write-message.js';

const TYPES = ['TEXT', 'IMAGE', 'SHARE_POST', 'TEMPLATE', 'SENDER_ACTION'] as const;
const TEXT_MAX = 6_000;
const TITLE_MAX = 40;
const MAX_BUTTONS = 3;
const BUTTON_MAX = 20;
const LINK_MAX = 40;
const BUTTON_ID_MAX = 40;
const IMAGE_MAX_BYTES = 3_000_000;
const MEDIA_MS = 30 * 86_400_000;
const DOWNLOAD_SECONDS = 86_400;

/** There is no idempotency key: two calls create two messages. */
const send = accountEndpoint({
  method: 'POST',
  path: '/business/message/send/',
  scopes: ['message.list.send', 'message.list.manage'],
  handle(call) {
    const { params, world, settings, now } = call;
    params.requireOneOf('recipient_type', ['CONVERSATION']);
    const conversation = requireConversation(call, params.requireText('recipient'));
    const type = params.requireOneOf('message_type', TYPES);
    if (type === 'SENDER_ACTION') {
      params.requireOneOf('sender_action', ['TYPING', 'MARK_READ']);
      return { message: { message_id: '' } };
    }
    const content = readContent(call, type);
    requireOpenWindow(conversation, settings.messageWindow, now);
    return {
      message: { message_id: writeMessage(world, conversation, { fromOwner: true, type, content }).id },
    };
  },
});

/** The object under the type's own name. @throws BusinessError 40002, 40007 */
function readContent(call: AccountCall, type: MessageType): Record<string, unknown> {
  const content = call.params.object(type.toLowerCase());
  if (!content) throw missing(type.toLowerCase());
  switch (type) {
    case 'TEXT':
      return { body: content.requireText('body', { max: TEXT_MAX }) };
    case 'IMAGE':
      return { media_id: requireMedia(call, content.requireText('media_id')).id };
    case 'SHARE_POST': {
      const id = content.requireText('item_id');
      if (call.world.videos.get(id)?.username !== call.account.username)
        throw invalidParam(`item_id: ${id} is no post of this account.`);
      return { item_id: id, embed_url: `https://www.tiktok.com/embed/v2/${id}` };
    }
    case 'TEMPLATE':
      checkTemplate(content);
      return content.values;
  }
}

/** @throws BusinessError 40002 */
function checkTemplate(template: Params): void {
  const type = template.requireOneOf('type', ['QA_BUTTON_CARD', 'QA_LINK_CARD']);
  template.requireText('title', { max: TITLE_MAX });
  for (const button of template.requireObjects('buttons', { max: MAX_BUTTONS })) {
    button.requireOneOf('type', ['REPLY']);
    button.requireText('title', { max: type === 'QA_BUTTON_CARD' ? BUTTON_MAX : LINK_MAX });
    button.requireText('id', { max: BUTTON_ID_MAX });
  }
}

const mediaUpload = accountEndpoint({
  method: 'POST',
  path: '/business/message/media/upload/',
  scopes: ['message.list.send', 'message.list.manage'],
  handle({ params, files, tables, account, now }) {
    params.requireOneOf('media_type', ['IMAGE']);
    const file = files.get('file');
    if (!file) throw missing('file');
    if (file.bytes > IMAGE_MAX_BYTES || !imageSize(file.head))
      throw new BusinessError(40_908, 'file: Must be a JPG or PNG image of at most 3 MB.');
    const media = tables.messageMedia.add({
      id: namedUuid(`${account.username}/${now}/${file.md5}`),
      username: account.username,
      bytes: file.bytes,
      expiresAt: now + MEDIA_MS,
    });
    return { media_id: media.id };
  },
});

const mediaDownload = accountEndpoint({
  method: 'POST',
  path: '/business/message/media/download/',
  scopes: ['message.list.read', 'message.list.manage'],
  handle(call) {
    const { params, origin, now } = call;
    const conversation = requireConversation(call, params.requireText('conversation_id'));
    const messageId = params.requireText('message_id');
    if (!conversation.messages.some(({ id }) => id === messageId))
      throw notFound(`message_id: ${messageId} does not exist.`);
    params.requireOneOf('media_type', ['IMAGE', 'VIDEO']);
    const { id } = requireMedia(call, params.requireText('media_id'));
    const expires = Math.floor(now / 1000) + DOWNLOAD_SECONDS;
    return { download_url: `${origin}/media/message/${id}?x-expires=${expires}` };
  },
});

function requireMedia({ tables, account, now }: AccountCall, id: string): MessageMedia {
  const media = tables.messageMedia.getOf(account.username, id);
  if (!media || media.expiresAt <= now) throw notFound(`media_id: ${id} does not exist.`);
  return media;
}

export const MESSAGE_WRITE_ENDPOINTS: readonly BusinessEndpoint[] = [send, mediaUpload, mediaDownload];
