import type { IntegrationView } from 'tiktok-connector-client';
import { useAnswer } from '../../api/queries.js';

const MOST = 100;

/** The connected accounts, to choose from and to name them. */
export function useAccounts(): IntegrationView[] {
  const { data } = useAnswer(
    ['integrations', 'names'],
    (connector, signal) => connector.GET('/api/integrations', { params: { query: { limit: MOST } }, signal }),
    { staleTime: 60_000 },
  );
  return data?.items ?? [];
}

/** The name of an account as users know it. */
export function accountName({ username, displayName, openId }: IntegrationView): string {
  return username === null ? (displayName ?? openId) : `@${username}`;
}
