import { useAnswer } from '../../api/queries.js';
import { useFirstAccounts } from './use-first-accounts.js';

const REFRESH_MS = 10_000;

/** How far an organisation has come; undefined until this is known. */
export interface Progress {
  /** An account that the next steps act on. */
  accountId: string | undefined;
  account: boolean;
  sync: boolean;
  post: boolean;
  inbox: boolean;
  ads: boolean;
}

export function useChecklist(): Progress | undefined {
  const accounts = useFirstAccounts();
  const posts = useAnswer(['publications', 'first'], (connector, signal) =>
    connector.GET('/api/publications', {
      params: {
        query: {
          limit: 1,
          status: ['scheduled', 'publishing', 'processing', 'published', 'public', 'in_inbox'],
        },
      },
      signal,
    }),
  );
  const runs = useAnswer(
    ['sync-runs', 'first'],
    (connector, signal) =>
      connector.GET('/api/sync/runs', { params: { query: { limit: 1, status: 'succeeded' } }, signal }),
    { refetchInterval: REFRESH_MS },
  );
  if (accounts.data === undefined || posts.data === undefined || runs.data === undefined) return undefined;
  const connected = accounts.data.items.filter(({ status }) => status === 'active');
  return {
    accountId: connected[0]?.id,
    // An account whose access has ended is a matter of the list below, not a first step.
    account: accounts.data.items.some(({ status }) => status === 'active' || status === 'expired'),
    sync: runs.data.items.length > 0,
    post: posts.data.items.length > 0,
    inbox: connected.some(({ families }) => families.account),
    ads: connected.some(({ families }) => families.advertiser),
  };
}

/** True once the organisation has done what everything else needs. */
export function isStarted({ account, sync, post }: Progress): boolean {
  return account && sync && post;
}
