import type { AccountCall } from '../wire/business-call.js';
import { invalidParam, noPermission, notFound } from '../wire/business-error.js';
import { accountEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import type { Conversation } from './conversation.js';
import { messagingTraits } from './current-messaging.js';

/** An endpoint of Business Messaging, which not every account has. @throws BusinessError 40001 */
export function messageEndpoint({
  handle,
  ...rest
}: Parameters<typeof accountEndpoint>[0]): BusinessEndpoint {
  return accountEndpoint({
    ...rest,
    handle(call) {
      const { region, isPersonal } = messagingTraits(call.world, call.account.username);
      if (isPersonal) throw noPermission('Business messaging needs a Business Account.');
      if (region === 'us') throw noPermission('Business messaging in the US needs a data security review.');
      if (region === 'closed') throw noPermission('Business messaging is not available in this region.');
      return handle(call);
    },
  });
}

/** @throws BusinessError 40002 for what is no such id, as one whose `+` was not encoded; 40007 */
export function requireConversation({ tables, account }: AccountCall, id: string): Conversation {
  if (!/^[A-Za-z0-9+/_=-]+$/.test(id)) throw invalidParam('Param conversation_id is invalid.');
  const conversation = tables.conversations.getOf(account.username, id);
  if (!conversation) throw notFound('conversation_id: The conversation does not exist.');
  return conversation;
}
