import type { AccountHealthView } from 'tiktok-connector-client';
import { useAnswer } from '../../api/queries.js';

const MOST_ACCOUNTS = 200;

/** What the checks say about each ad account, once it is read. */
export function useHealth(): readonly AccountHealthView[] | undefined {
  const { data } = useAnswer(['ads', 'health'], (connector, signal) =>
    connector.GET('/api/ads/health', { params: { query: { limit: MOST_ACCOUNTS } }, signal }),
  );
  return data?.items;
}
