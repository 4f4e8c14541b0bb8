import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { answer, type Connector } from 'tiktok-connector-client';
import { useSession } from '../session/use-session.js';
import { useConnector } from './api.js';

type Answered<Data> = Promise<{ data?: Data; error?: unknown; response: Response }>;

/**
 * Changes something through the API. It is never repeated automatically: its outcome may be unknown.
 * @param changes the keys of queries that the change affects; they are read again
 */
export function useChange<Input, Data>(
  call: (connector: Connector, input: Input) => Answered<Data>,
  { changes = [], done, shown = true }: { changes?: QueryKey[]; done?: string; shown?: boolean } = {},
) {
  const { organisationId } = useSession();
  const connector = useConnector();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => answer(call(connector, input)),
    retry: false,
    onSuccess: () => done !== undefined && notifications.show({ color: 'green', message: done }),
    onError: (error) =>
      shown && notifications.show({ color: 'red', message: error.message, autoClose: 10_000 }),
    onSettled: () =>
      Promise.all(changes.map((key) => client.invalidateQueries({ queryKey: [organisationId, ...key] }))),
  });
}
