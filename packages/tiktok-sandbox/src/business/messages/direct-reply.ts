import type { AccountCall } from '../wire/business-call.js';
import { invalidParam, missing, noPermission, notFound } from '../wire/business-error.js';
import type { BusinessEndpoint } from '../wire/endpoint.js';
import type { Params } from '../wire/params.js';
import type { Conversation } from './conversation.js';
import { messageEndpoint } from './message-endpoint.js';
import { blockedByRules } from './message-window.js';
import { messagingTraits } from './current-messaging.js';
import { conversationWith } from './write-message.js';

const TYPE = 'COMMENT_TO_MESSAGE';
const REPLY_MS = 48 * 3_600_000;
const QUIET_MS = 24 * 3_600_000;

const get = messageEndpoint({
  method: 'GET',
  path: '/business/message/direct_reply/get/',
  scopes: ['message.list.read', 'message.list.manage'],
  handle({ params, world, account }) {
    params.requireOneOf('direct_reply_type', [TYPE]);
    return {
      business_id: account.businessId,
      direct_reply_type: TYPE,
      operation_status: messagingTraits(world, account.username).directReply,
    };
  },
});

const update = messageEndpoint({
  method: 'POST',
  path: '/business/message/direct_reply/update/',
  scopes: ['message.list.manage'],
  handle({ params, world, tables, account }) {
    params.requireOneOf('direct_reply_type', [TYPE]);
    const directReply = params.requireOneOf('operation_status', ['ENABLE', 'DISABLE']);
    const traits = messagingTraits(world, account.username);
    if (!traits.hasDirectReply) throw noPermission('Comment-to-Message is not available in this region.');
    tables.messagingTraits.add({ ...traits, directReply });
    return {};
  },
});

/**
 * The conversation that a direct reply opens. TikTok names its conditions, and no code for each of them.
 * @throws BusinessError 40002, 40007, 40064
 */
export function recipientOfReply({ world, tables, account, now }: AccountCall, reply: Params): Conversation {
  reply.requireOneOf('reply_type', ['COMMENT_REPLY']);
  const id = reply.object('comment_reply')?.requireText('comment_id');
  if (id === undefined) throw missing('comment_reply');
  if (messagingTraits(world, account.username).directReply === 'DISABLE')
    throw invalidParam('direct_reply: Comment-to-Message is not enabled.');
  const comment = tables.highIntentComments.getOf(account.username, id);
  if (!comment) throw notFound(`comment_id: ${id} is no high-intent comment.`);
  const conversation = conversationWith(world, account.username, comment.person);
  const hasSpoken = conversation.messages.some(({ at }) => now - at < QUIET_MS);
  if (comment.answered || hasSpoken || now - comment.at > REPLY_MS) throw blockedByRules();
  comment.answered = true;
  return conversation;
}

export const DIRECT_REPLY_ENDPOINTS: readonly BusinessEndpoint[] = [get, update];
