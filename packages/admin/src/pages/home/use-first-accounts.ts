import { useAnswer } from '../../api/queries.js';

const REFRESH_MS = 60_000;

/** The newest accounts: as many as one answer has. */
export function useFirstAccounts() {
  return useAnswer(
    ['integrations', 'newest'],
    (connector, signal) => connector.GET('/api/integrations', { params: { query: { limit: 200 } }, signal }),
    { refetchInterval: REFRESH_MS },
  );
}
