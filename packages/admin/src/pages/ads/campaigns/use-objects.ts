import { useQueries } from '@tanstack/react-query';
import { answer, type MetricRow } from 'tiktok-connector-client';
import { useConnector } from '../../../api/api.js';
import { useList } from '../../../api/queries.js';
import { useSession } from '../../../session/use-session.js';
import { daysOf } from '../ads.search.js';
import { LIST_OF, type Level, type Parent } from './levels.js';

const PAGE_SIZE = 200;
/** Ids that fit an address. */
export const METRICS_PER_CALL = 50;
const METRICS = ['spend', 'impressions', 'clicks', 'ctr', 'conversion'] as const;
// TikTok reports at most 1,000 rows a page.
const MOST_ROWS = 1_000;

/** The objects of one level. The service leaves out deleted ones. */
export function useObjects(accountId: string, level: Level, parent: Parent, text?: string) {
  const query = {
    accountId,
    limit: PAGE_SIZE,
    ...parent,
    ...(text !== undefined && { text }),
  };
  return useList(['ads', 'objects', level, query], (connector, cursor, signal) =>
    connector.GET(LIST_OF[level], {
      params: { query: { ...query, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );
}

export type Metrics = ReturnType<typeof useMetrics>;

/** The figures of objects of one level in a period. They are live, so that a pause shows its effect. */
export function useMetrics(
  { accountId, timeZone }: { accountId: string; timeZone: string | null },
  level: Level,
  ids: readonly string[],
  days: number,
) {
  const { organisationId } = useSession();
  const connector = useConnector();
  const common = { accountId, level, ...daysOf(timeZone, days), metrics: [...METRICS], limit: MOST_ROWS };
  return useQueries({
    queries: chunksOf(ids, METRICS_PER_CALL).map((chunk) => ({
      queryKey: [organisationId, 'ads', 'metrics', common, chunk],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answer(connector.GET('/api/ads/metrics', { params: { query: { ...common, ids: chunk } }, signal })),
      staleTime: 60_000,
    })),
    combine: (results) => {
      // The same route also answers CSV, which is text.
      const pages = results.flatMap(({ data }) => (typeof data === 'object' ? [data] : []));
      const rows = new Map<string, MetricRow>();
      for (const row of pages.flatMap(({ items }) => items))
        if (row.objectId !== null) rows.set(row.objectId, row);
      return {
        rows,
        error: results.find(({ error }) => error !== null)?.error ?? null,
        currency: pages[0]?.currency ?? null,
      };
    },
  });
}

/** The ids in parts that fit an address. */
function chunksOf(ids: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, index) =>
    ids.slice(index * size, (index + 1) * size),
  );
}
