import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { MoreButton, type ContinuedList } from './more-button.js';
import { Failed, Loading } from './states.js';

interface List<Item> extends ContinuedList {
  items: Item[];
  isPending: boolean;
  error: Error | null;
  refetch: () => unknown;
}

/** Shows a list with its states, and continues it when a user wants more. */
export function Listed<Item>({
  list,
  empty,
  children,
}: {
  list: List<Item>;
  empty: ReactNode;
  children: (items: Item[]) => ReactNode;
}) {
  if (list.isPending) return <Loading />;
  if (list.error && list.items.length === 0)
    return <Failed error={list.error} retry={() => void list.refetch()} />;
  if (list.items.length === 0) return empty;
  return (
    <Stack gap="sm">
      {children(list.items)}
      <MoreButton list={list} />
    </Stack>
  );
}
