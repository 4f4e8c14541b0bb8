import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useList } from '../../api/queries.js';
import { useSession } from '../../session/use-session.js';
import { LISTS } from './conversation-store.js';
import { toQuery, type InboxFilter } from './inbox-filter.js';

const PAGE = 50;

/** The filter of the address, and how to change it. */
export function useFilter() {
  const filter: InboxFilter = useSearch({ from: '/inbox' });
  const navigate = useNavigate();
  const change = (changes: { [Name in keyof InboxFilter]: InboxFilter[Name] | undefined }) =>
    navigate({ to: '.', search: { ...filter, ...changes } as InboxFilter, replace: true });
  const clear = () => navigate({ to: '/inbox', search: { status: 'all' } });
  return { filter, change, clear };
}

/** The list of conversations that the filter chooses. */
export function useConversations() {
  const { userId } = useSession();
  const { filter } = useFilter();
  const query = useMemo(() => toQuery(filter, userId), [filter, userId]);
  return useList([...LISTS, query], (connector, cursor, signal) =>
    connector.GET('/api/crm/conversations', {
      params: { query: { ...query, limit: PAGE, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );
}

/** The conversation of the address, and how to open another one. */
export function useOpenedConversation() {
  const { conversationId } = useParams({ strict: false });
  const { filter } = useFilter();
  const navigate = useNavigate();
  const open = (id: string) =>
    navigate({ to: '/inbox/$conversationId', params: { conversationId: id }, search: filter });
  const close = () => navigate({ to: '/inbox', search: filter });
  return { conversationId, open, close };
}
