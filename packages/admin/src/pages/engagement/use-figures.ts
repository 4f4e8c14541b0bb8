import { useQueries } from '@tanstack/react-query';
import { answer, type ProfileHistoryView } from 'tiktok-connector-client';
import { useConnector } from '../../api/api.js';
import { useAnswer } from '../../api/queries.js';
import { useSession } from '../../session/use-session.js';
import { rangeOf, type FiguresSearch } from './engagement.search.js';

/** Beyond these, a chart of all accounts cannot be read. */
export const MOST_LINES = 8;
const LONGEST_BY_DAY = 90;

export function useSummary({ account, days, by }: FiguresSearch) {
  const range = rangeOf(days);
  const query = {
    ...range,
    step: days > LONGEST_BY_DAY ? ('week' as const) : ('day' as const),
    perAccount: by === 'account',
    ...(account !== undefined && { integrationId: account }),
  };
  return useAnswer(['figures', 'summary', query], (connector, signal) =>
    connector.GET('/api/social-activity/summary', { params: { query }, signal }),
  );
}

/** The followers of up to eight accounts by day. An account that could not be read is missing. */
export function useFollowers(integrationIds: readonly string[], days: number) {
  const { organisationId } = useSession();
  const connector = useConnector();
  const range = rangeOf(days);
  return useQueries({
    queries: integrationIds.slice(0, MOST_LINES).map((integrationId) => ({
      queryKey: [organisationId, 'figures', 'followers', integrationId, range],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answer(
          connector.GET('/api/social-activity/profile/history', {
            params: { query: { ...range, integrationId } },
            signal,
          }),
        ),
    })),
    combine: (results) => ({
      isPending: results.some((result) => result.isPending),
      histories: results.flatMap(({ data }): ProfileHistoryView[] => (data ? [data] : [])),
      error: results.find(({ error }) => error !== null)?.error ?? null,
      refetch: () => Promise.all(results.map((result) => result.refetch())),
    }),
  });
}
