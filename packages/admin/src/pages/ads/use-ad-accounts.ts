import { useAnswer } from '../../api/queries.js';

const MOST_ACCOUNTS = 200;

export function useAdAccounts() {
  return useAnswer(
    ['ads', 'accounts'],
    (connector, signal) =>
      connector.GET('/api/ads/accounts', { params: { query: { limit: MOST_ACCOUNTS } }, signal }),
    { staleTime: 60_000 },
  );
}

/** The name of an ad account by its id. */
export function useAdAccountNames(): (accountId: string) => string {
  const { data } = useAdAccounts();
  return (accountId) => data?.items.find((account) => account.accountId === accountId)?.name ?? accountId;
}
