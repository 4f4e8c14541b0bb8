import {
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useQuery,
  type QueryKey,
} from '@tanstack/react-query';
import { answer, ApiError, type Connector } from 'tiktok-connector-client';
import { useSession } from '../session/use-session.js';
import { useConnector } from './api.js';

const RETRIES = 2;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Events were missed in the meantime, also by what was read a moment before.
      refetchOnReconnect: 'always',
      // A refused call is refused again; a lost connection or a busy service may recover.
      retry: (failures, error) => failures < RETRIES && !(error instanceof ApiError && error.status < 500),
    },
  },
});

type Answered<Data> = Promise<{ data?: Data; error?: unknown; response: Response }>;

/** Reads one answer of the API. The organisation is part of the key, so that no other organisation's answer is shown. */
export function useAnswer<Data>(
  key: QueryKey,
  call: (connector: Connector, signal: AbortSignal) => Answered<Data>,
  options: {
    refetchInterval?: number;
    enabled?: boolean;
    staleTime?: number;
    refetchOnMount?: 'always';
    refetchOnReconnect?: false;
  } = {},
) {
  const { organisationId } = useSession();
  const connector = useConnector();
  return useQuery({
    queryKey: [organisationId, ...key],
    queryFn: ({ signal }) => answer(call(connector, signal)),
    placeholderData: keepPreviousData,
    ...options,
  });
}

interface Page<Item> {
  items: Item[];
  nextCursor?: string;
}

/** Reads a list page by page; `fetchNextPage` continues it. Its key must not be one of `useAnswer`, whose data has another shape. */
export function useList<Item>(
  key: QueryKey,
  call: (connector: Connector, cursor: string | undefined, signal: AbortSignal) => Answered<Page<Item>>,
  options: { refetchInterval?: number; enabled?: boolean } = {},
) {
  const { organisationId } = useSession();
  const connector = useConnector();
  const query = useInfiniteQuery({
    queryKey: [organisationId, ...key],
    queryFn: ({ pageParam, signal }) => answer(call(connector, pageParam, signal)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: Page<Item>) => nextCursor,
    ...options,
  });
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) ?? [] };
}
