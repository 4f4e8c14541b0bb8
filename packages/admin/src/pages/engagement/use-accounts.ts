import type { IntegrationView } from 'tiktok-connector-client';
import { useAnswer } from '../../api/queries.js';

const MOST_ACCOUNTS = 200;

/** The accounts that have figures: also disconnected ones keep theirs. */
export function useAccounts() {
  return useAnswer(
    ['accounts', 'for-figures'],
    (connector, signal) =>
      connector.GET('/api/integrations', { params: { query: { limit: MOST_ACCOUNTS } }, signal }),
    { staleTime: 60_000 },
  );
}

export function nameOf({ username, displayName, openId }: IntegrationView): string {
  return username === null ? (displayName ?? openId) : `@${username}`;
}

/** The name of an account by its id, for tables. */
export function useAccountNames(): (integrationId: string) => string {
  const { data } = useAccounts();
  return (integrationId) => {
    const account = data?.items.find(({ id }) => id === integrationId);
    return account === undefined ? integrationId : nameOf(account);
  };
}
