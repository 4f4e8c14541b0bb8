import type { AccountCall } from '../wire/business-call.js';
import { invalidParam, notFound } from '../wire/business-error.js';
import { accountEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import type { Conversation } from './conversation.js';
import { messageView, participantsOf } from './message-view.js';

const KINDS = ['STRANGER', 'SINGLE'] as const;
const MAX_CONVERSATIONS = 100;
const SHOWN_MESSAGES = 20;
const KEPT_MS = 90 * 86_400_000;
const READ = ['message.list.read', 'message.list.manage'];

const conversationList = accountEndpoint({
  method: 'GET',
  path: '/business/message/conversation/list/',
  scopes: READ,
  handle({ params, tables, account, now }) {
    const isStranger = params.requireOneOf('conversation_type', KINDS) === 'STRANGER';
    const limit = params.whole('limit', { min: 1, max: MAX_CONVERSATIONS }) ?? MAX_CONVERSATIONS;
    const cursor = params.whole('cursor', { min: 0 }) ?? 0;
    const rows = tables.conversations
      .of(account.username)
      .filter((one) => one.isStranger === isStranger && now - updatedAt(one) < KEPT_MS)
      .toSorted((a, b) => updatedAt(b) - updatedAt(a));
    return {
      conversations: rows
        .slice(cursor, cursor + limit)
        .map((one) => ({ conversation_id: one.id, update_time: updatedAt(one) })),
      cursor: Math.min(cursor + limit, rows.length),
      has_more: rows.length > cursor + limit,
    };
  },
});

const contentList = accountEndpoint({
  method: 'GET',
  path: '/business/message/content/list/',
  scopes: READ,
  handle(call) {
    const conversation = requireConversation(call, call.params.requireText('conversation_id'));
    return {
      messages: conversation.messages
        .slice(-SHOWN_MESSAGES)
        .toReversed()
        .map((message) => messageView(call.world, conversation, message)),
      participants: participantsOf(call.world, call.origin, conversation),
    };
  },
});

/** Pictures can be sent everywhere but in markets that the sandbox does not have. */
const capabilities = accountEndpoint({
  method: 'GET',
  path: '/business/message/capabilities/get/',
  scopes: READ,
  handle(call) {
    requireConversation(call, call.params.requireText('conversation_id'));
    call.params.oneOf('conversation_type', KINDS);
    const types = call.params.requireTexts('capability_types');
    if (types.some((type) => type !== 'IMAGE_SEND'))
      throw invalidParam('capability_types: Must be one of: IMAGE_SEND.');
    return {
      capability_infos: types.map((type) => ({ capability_type: type, capability_result: true })),
    };
  },
});

function updatedAt({ messages }: Conversation): number {
  return messages.at(-1)?.at ?? 0;
}

/** @throws BusinessError 40002 for what is no such id, as one whose `+` was not encoded; 40007 */
export function requireConversation({ tables, account }: AccountCall, id: string): Conversation {
  if (!/^[A-Za-z0-9+/_=-]+$/.test(id)) throw invalidParam('Param conversation_id is invalid.');
  const conversation = tables.conversations.getOf(account.username, id);
  if (!conversation) throw notFound('conversation_id: The conversation does not exist.');
  return conversation;
}

export const MESSAGE_READ_ENDPOINTS: readonly BusinessEndpoint[] = [
  conversationList,
  contentList,
  capabilities,
];
