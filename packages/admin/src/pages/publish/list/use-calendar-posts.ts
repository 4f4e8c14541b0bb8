import { useEffect } from 'react';
import { useList } from '../../../api/queries.js';
import { timeOf } from '../publication.js';
import type { PublishSearch } from '../publish.search.js';
import { queryOf } from './list-query.js';

const PAGE = 100;
/** More posts than this do not fit into a calendar. */
export const MOST_POSTS = 500;
const REFRESH_MS = 30_000;

/** The posts of some days, in the order in which they go out. */
export function useCalendarPosts(search: PublishSearch, days: string[]) {
  const filters = { ...search, from: days[0]!, to: days.at(-1)! };
  const query = useList(
    ['publications', 'calendar', filters],
    (connector, cursor, signal) =>
      connector.GET('/api/publications', {
        params: { query: { ...queryOf(filters), limit: PAGE, cursor } },
        signal,
      }),
    { refetchInterval: REFRESH_MS },
  );
  const { hasNextPage, isFetching, fetchNextPage, items } = query;
  const isFull = items.length >= MOST_POSTS;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isFull) void fetchNextPage();
  }, [hasNextPage, isFetching, isFull, fetchNextPage]);
  return {
    ...query,
    items: items.toSorted((a, b) => timeOf(a).localeCompare(timeOf(b))),
    isCut: hasNextPage && isFull,
  };
}
