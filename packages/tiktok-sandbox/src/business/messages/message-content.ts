import type { AccountCall } from '../wire/business-call.js';
import { BusinessError, invalidParam, missing, notFound } from '../wire/business-error.js';
import type { Params } from '../wire/params.js';
import type { Conversation, MessageMedia } from './conversation.js';
import { messagingTraits } from './current-messaging.js';

/** What the API can send. */
export const SENT_TYPES = ['TEXT', 'IMAGE', 'SHARE_POST', 'TEMPLATE'] as const;
export type SentType = (typeof SENT_TYPES)[number];

const TEXT_MAX = 6_000;
const TITLE_MAX = 40;
const MAX_BUTTONS = 3;
const BUTTON_MAX = 20;
const LINK_MAX = 40;
const BUTTON_ID_MAX = 40;
const QUOTABLE = new Set(['TEXT', 'IMAGE', 'SHARE_POST']);
const LINK = /https?:\/\/|www\.|\b[a-z0-9-]+\.(?:com|net|org|io|me|shop)\b/i;

/** The object under the type's own name. @throws BusinessError 40002, 40007 */
export function readContent(call: AccountCall, type: SentType): Record<string, unknown> {
  const { params, world, account, settings } = call;
  const content = params.object(type.toLowerCase());
  if (!content) throw missing(type.toLowerCase());
  if (params.has('text') && params.has('image'))
    throw invalidParam('A message cannot include both a text and an image.');
  switch (type) {
    case 'TEXT': {
      const body = content.requireText('body', { max: TEXT_MAX });
      if (settings.messageLinks === 'refuse' && LINK.test(body))
        throw invalidParam('text.body: Links are not allowed.');
      return { body };
    }
    case 'IMAGE':
      if (!messagingTraits(world, account.username).images)
        throw invalidParam('image: Pictures cannot be sent in this conversation.');
      return { media_id: requireMedia(call, content.requireText('media_id')).id };
    case 'SHARE_POST': {
      const id = content.requireText('item_id');
      if (world.videos.get(id)?.username !== account.username)
        throw invalidParam(`item_id: ${id} is no post of this account.`);
      return { item_id: id, embed_url: `https://www.tiktok.com/embed/v2/${id}` };
    }
    case 'TEMPLATE':
      checkTemplate(content);
      return content.values;
  }
}

/** The message that a text answers. @throws BusinessError 40002, 40007 */
export function readQuote(
  { params }: AccountCall,
  type: SentType,
  { messages }: Conversation,
): string | undefined {
  const info = params.object('referenced_message_info');
  if (!info) return undefined;
  if (type !== 'TEXT') throw invalidParam('referenced_message_info: Only supported with message_type TEXT.');
  const id = info.requireText('referenced_message_id');
  const quoted = messages.find((message) => message.id === id);
  if (!quoted) throw notFound(`referenced_message_id: ${id} does not exist.`);
  if (!QUOTABLE.has(quoted.type))
    throw invalidParam('referenced_message_id: Only TEXT, IMAGE and SHARE_POST can be quoted.');
  return id;
}

/** @throws BusinessError 40002 */
function checkTemplate(template: Params): void {
  const type = template.requireOneOf('type', ['QA_BUTTON_CARD', 'QA_LINK_CARD']);
  template.requireText('title', { max: TITLE_MAX });
  for (const button of template.requireObjects('buttons', { max: MAX_BUTTONS })) {
    button.requireOneOf('type', ['REPLY']);
    button.requireText('title', { max: type === 'QA_BUTTON_CARD' ? BUTTON_MAX : LINK_MAX });
    button.text('id', { max: BUTTON_ID_MAX });
  }
}

/** @throws BusinessError 40007 once its 30 days are over */
export function requireMedia({ tables, account, now }: AccountCall, id: string): MessageMedia {
  const media = tables.messageMedia.getOf(account.username, id);
  if (!media || media.expiresAt <= now) throw notFound(`media_id: ${id} does not exist.`);
  return media;
}

export const unsupportedFile = (): BusinessError =>
  new BusinessError(40_908, 'file: Must be a JPG or PNG image of at most 3 MB.');
