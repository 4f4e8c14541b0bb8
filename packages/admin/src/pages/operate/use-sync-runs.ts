import { useQueryClient } from '@tanstack/react-query';
import type { SyncRunView } from 'tiktok-connector-client';
import { useLiveEvents } from '../../api/live-events.js';
import { useList } from '../../api/queries.js';
import { useSession } from '../../session/use-session.js';
import { toSyncQuery, type RunFilter } from './sync-filter.js';

export const RUNS = ['sync', 'runs', 'operate'];

interface Pages {
  pages: { items: SyncRunView[]; nextCursor?: string }[];
  pageParams: unknown[];
}

/** The runs of a filter. Those on the page follow the stream; a run that is not there makes the list read again. */
export function useSyncRuns(filter: RunFilter) {
  const query = toSyncQuery(filter);
  const key = [...RUNS, query];
  const client = useQueryClient();
  const { organisationId } = useSession();
  useLiveEvents('/api/sync/runs/stream', ({ data }) => {
    const queryKey = [organisationId, ...key];
    const isListed = client
      .getQueryData<Pages>(queryKey)
      ?.pages.some(({ items }) => items.some(({ id }) => id === data.id));
    if (isListed !== true) return void client.invalidateQueries({ queryKey });
    client.setQueryData<Pages>(queryKey, (list) => list && withRun(list, data));
  });
  return useList(key, (connector, cursor, signal) =>
    connector.GET('/api/sync/runs', {
      params: { query: { ...query, limit: 50, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );
}

function withRun(list: Pages, run: SyncRunView): Pages {
  const pages = list.pages.map((page) =>
    Object.assign({}, page, { items: page.items.map((item) => (item.id === run.id ? run : item)) }),
  );
  return { ...list, pages };
}
