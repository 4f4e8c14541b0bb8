import { useState } from 'react';
import type { ConversationDetailsView, CrmMessageView } from 'tiktok-connector-client';
import { useAnswer, useList } from '../../api/queries.js';
import { OPENED } from './conversation-store.js';

const WAITING_MS = 2_000;

/** Reads an opened conversation, again and again while a reply is under way. */
export function useConversation(conversationId: string) {
  const [isWaiting, setWaiting] = useState(false);
  const query = useAnswer<ConversationDetailsView>(
    [...OPENED, conversationId],
    (connector, signal) =>
      connector.GET('/api/crm/conversations/{conversationId}', {
        params: { path: { conversationId } },
        signal,
      }),
    isWaiting ? { refetchInterval: WAITING_MS } : {},
  );
  const waits = query.data?.unconfirmed.some(({ action }) => action === 'wait') ?? false;
  // The stream announces messages, but not the steps of a reply before it is one.
  if (waits !== isWaiting) setWaiting(waits);
  return query;
}

/**
 * Reads messages that are older than those of the opened conversation, when a user wants them. It reads from the newest one, so
 * that none is missing between the two when new ones arrive.
 */
export function useOlderMessages(conversationId: string, newest: CrmMessageView[]) {
  const [isWanted, setWanted] = useState(false);
  const list = useList(
    [...OPENED, conversationId, 'messages'],
    (connector, cursor, signal) =>
      connector.GET('/api/crm/conversations/{conversationId}/messages', {
        params: {
          path: { conversationId },
          query: { limit: 100, ...(cursor !== undefined && { cursor }) },
        },
        signal,
      }),
    { enabled: isWanted },
  );
  const byId = new Map([...list.items, ...newest].map((message) => [message.id, message]));
  return {
    messages: [...byId.values()],
    hasMore: isWanted ? list.hasNextPage || list.isPending : undefined,
    isLoading: list.isFetching && isWanted,
    more: () => (isWanted ? void list.fetchNextPage() : setWanted(true)),
  };
}
