import { useThrottledCallback } from '@mantine/hooks';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CrmConversationView } from 'tiktok-connector-client';
import { useLiveEvents } from '../../api/live-events.js';
import { useSession } from '../../session/use-session.js';
import { belongs, type InboxQuery } from './inbox-filter.js';
import { placeConversation, type Pages } from './listed-conversations.js';

/** Many messages may arrive at once; their counts are read once. */
const COUNT_EVERY_MS = 2_000;

export const LISTS = ['crm', 'conversations'] as const;
export const COUNTS = ['crm', 'unread-counts'] as const;
export const USERS = ['crm', 'users'] as const;
export const OPENED = ['crm', 'conversation'] as const;

/** Returns a function that shows a changed conversation in all loaded lists, without reading them again. */
export function useShowConversation(): (changed: CrmConversationView) => void {
  const client = useQueryClient();
  const { organisationId } = useSession();
  return useCallback((changed) => showIn(client, organisationId, changed), [client, organisationId]);
}

function showIn(client: QueryClient, organisationId: string, changed: CrmConversationView): void {
  const lists = client.getQueryCache().findAll({ queryKey: [organisationId, ...LISTS] });
  for (const { queryKey } of lists) {
    const query = queryKey.at(-1) as InboxQuery;
    client.setQueryData<Pages>(queryKey, (list) => {
      if (!list) return list;
      const isListed = list.pages.some(({ items }) => items.some(({ id }) => id === changed.id));
      return placeConversation(list, changed, belongs(changed, query, isListed));
    });
  }
}

/** Follows what others do and what arrives, as long as the inbox is open. */
export function useInboxStream(): void {
  const client = useQueryClient();
  const { organisationId } = useSession();
  const show = useShowConversation();
  const count = useThrottledCallback(
    () => void client.invalidateQueries({ queryKey: [organisationId, ...COUNTS] }),
    COUNT_EVERY_MS,
  );
  useLiveEvents('/api/crm/stream', ({ data }) => {
    show(data);
    count();
    void client.invalidateQueries({ queryKey: [organisationId, ...OPENED, data.id] });
  });
}

/** Returns a function that reads an opened conversation again. */
export function useReadAgain(conversationId: string): () => void {
  const client = useQueryClient();
  const { organisationId } = useSession();
  return useCallback(
    () => void client.invalidateQueries({ queryKey: [organisationId, ...OPENED, conversationId] }),
    [client, organisationId, conversationId],
  );
}
