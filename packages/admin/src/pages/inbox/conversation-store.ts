import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { ApiError, events, type CrmConversationView } from 'tiktok-connector-client';
import { useConnector } from '../../api/api.js';
import { useSession } from '../../session/use-session.js';
import { belongs, type InboxQuery } from './inbox-filter.js';
import { placeConversation, type Pages } from './listed-conversations.js';

export const LISTS = ['crm', 'conversations'] as const;
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
  const connector = useConnector();
  const client = useQueryClient();
  const { organisationId } = useSession();
  const show = useShowConversation();
  useEffect(() => {
    const end = new AbortController();
    const follow = async () => {
      for await (const { data } of events(connector, '/api/crm/stream', { signal: end.signal })) {
        show(data);
        void client.invalidateQueries({ queryKey: [organisationId, ...OPENED, data.id] });
      }
    };
    follow().catch((error: unknown) => {
      // A refused stream leaves the list as it was read; the calls of the page explain the refusal.
      if (!(error instanceof ApiError)) throw error;
    });
    return () => end.abort();
  }, [connector, client, organisationId, show]);
}
