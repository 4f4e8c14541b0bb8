import { Button, Center } from '@mantine/core';
import { useText } from '../i18n/use-text.js';
import { MESSAGES } from './states.messages.js';

/** A list whose next page is read when a user wants it. */
export interface ContinuedList {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** Reads the next page of a list, if there is one. */
export function MoreButton({ list }: { list: ContinuedList }) {
  const text = useText(MESSAGES);
  if (!list.hasNextPage) return null;
  return (
    <Center>
      <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {text('more')}
      </Button>
    </Center>
  );
}
