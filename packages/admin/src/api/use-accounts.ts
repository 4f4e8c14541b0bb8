import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { items, type IntegrationView } from 'tiktok-connector-client';
import { useSession } from '../session/use-session.js';
import { accountName } from '../ui/account-name.js';
import { useConnector } from './api.js';

const PAGE = 100;
const FRESH_MS = 60_000;
const NONE: IntegrationView[] = [];

/** Reads all accounts of the organisation, also disconnected ones, which keep their figures. */
export function useAccountList(): UseQueryResult<IntegrationView[]> {
  const { organisationId } = useSession();
  const connector = useConnector();
  return useQuery({
    queryKey: [organisationId, 'integrations', 'all'],
    queryFn: async ({ signal }) => {
      const accounts: IntegrationView[] = [];
      const pages = items((cursor) =>
        connector.GET('/api/integrations', {
          params: { query: { limit: PAGE, ...(cursor !== undefined && { cursor }) } },
          signal,
        }),
      );
      for await (const account of pages) accounts.push(account);
      return accounts;
    },
    staleTime: FRESH_MS,
  });
}

/** The accounts as far as they are known, to choose from and to name them. */
export function useAccounts(): IntegrationView[] {
  return useAccountList().data ?? NONE;
}

/** Returns a function that names the account of an integration, once it is known. */
export function useAccountNames(): (integrationId: string) => string | undefined {
  const names = new Map(useAccounts().map((account) => [account.id, accountName(account)]));
  return (integrationId) => names.get(integrationId);
}
