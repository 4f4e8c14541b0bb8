import { useEffect } from 'react';
import { useList } from '../../api/queries.js';

/** The accounts of the organisation, all pages. */
export function useAccounts() {
  const query = useList(['integrations', 'all'], (connector, cursor, signal) =>
    connector.GET('/api/integrations', { params: { query: { limit: 100, cursor } }, signal }),
  );
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return query;
}
