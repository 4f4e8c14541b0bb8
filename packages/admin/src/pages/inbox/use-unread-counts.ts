import { useAnswer } from '../../api/queries.js';
import { useSession } from '../../session/use-session.js';
import { COUNTS } from './conversation-store.js';
import { toQuery } from './inbox-filter.js';
import { useFilter } from './use-conversations.js';

/** How many unread conversations each filter would show. Undefined during a search, which the service does not count. */
export function useUnreadCounts() {
  const { userId } = useSession();
  const { filter } = useFilter();
  const { q, unread: _, ...query } = toQuery(filter, userId);
  const { data } = useAnswer(
    [...COUNTS, query],
    (connector, signal) =>
      connector.GET('/api/crm/conversations/unread-counts', { params: { query }, signal }),
    { enabled: q === undefined },
  );
  return q === undefined ? data : undefined;
}
