import { invalidParam, missing } from '../wire/business-error.js';
import type { BusinessEndpoint } from '../wire/endpoint.js';
import type { JsonObject } from '../store/json-object.js';
import type { Conversation } from './conversation.js';
import { messageEndpoint, requireConversation } from './message-endpoint.js';
import { messageView, participantsOf } from './message-view.js';
import { messagingTraits } from './current-messaging.js';

const KINDS = ['STRANGER', 'SINGLE'] as const;
const MAX_CONVERSATIONS = 100;
const SHOWN_MESSAGES = 20;
const KEPT_MS = 90 * 86_400_000;
const READ = ['message.list.read', 'message.list.manage'];

const conversationList = messageEndpoint({
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
        .map((one) =>
          Object.assign({ conversation_id: one.id, update_time: updatedAt(one) }, referralsOf(one)),
        ),
      cursor: Math.min(cursor + limit, rows.length),
      has_more: rows.length > cursor + limit,
    };
  },
});

/** The calls list all referrals by source; an ad's time is in seconds here, and in milliseconds in the event. */
function referralsOf({ referrals = [] }: Conversation): JsonObject {
  if (referrals.length === 0) return {};
  const of = (source: string) =>
    referrals.filter((one) => one.source === source).map(({ details }) => inSeconds(details));
  return { referral: { ad: of('ad'), short_link: of('short_link') } };
}

function inSeconds(details: JsonObject): JsonObject {
  const { timestamp } = details;
  return typeof timestamp === 'number' ? { ...details, timestamp: Math.floor(timestamp / 1000) } : details;
}

const contentList = messageEndpoint({
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

/** Whether pictures can be sent depends on the markets of both sides. */
const capabilities = messageEndpoint({
  method: 'GET',
  path: '/business/message/capabilities/get/',
  scopes: READ,
  handle(call) {
    const { params, world, account } = call;
    const types = params.requireTexts('capability_types');
    if (types.some((type) => type !== 'IMAGE_SEND'))
      throw invalidParam('capability_types: Must be one of: IMAGE_SEND.');
    const conversation = requireConversation(call, params.requireText('conversation_id'));
    const kind = params.oneOf('conversation_type', KINDS);
    if (kind === undefined) throw missing('conversation_type');
    if ((kind === 'STRANGER') !== conversation.isStranger)
      throw invalidParam('conversation_type: The conversation is of another type.');
    const { images } = messagingTraits(world, account.username);
    return {
      capability_infos: types.map((type) => ({ capability_type: type, capability_result: images })),
    };
  },
});

function updatedAt({ messages, referrals }: Conversation): number {
  return Math.max(messages.at(-1)?.at ?? 0, referrals?.at(-1)?.at ?? 0);
}

export const MESSAGE_READ_ENDPOINTS: readonly BusinessEndpoint[] = [
  conversationList,
  contentList,
  capabilities,
];
