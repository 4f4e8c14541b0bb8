import { Button, Text } from '@mantine/core';
import { IconChecks, IconFilterOff, IconInbox } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/use-text.js';
import { Empty, Failed, Loading } from '../../ui/states.js';
import { ConversationRow } from './conversation-row.js';
import classes from './inbox.module.css';
import { MESSAGES } from './inbox.messages.js';
import { useAccountNames } from '../../api/use-accounts.js';
import { useConversations, useFilter, useOpenedConversation } from './use-conversations.js';

const ROW_HEIGHT = 84;
const LOAD_BEFORE_END = 10;

/** The conversations of the filter. Only the visible rows are in the page, and further pages load before the end is reached. */
export function ConversationList() {
  const list = useConversations();
  if (list.isPending) return <Loading rows={8} />;
  if (list.error && list.items.length === 0)
    return <Failed error={list.error} retry={() => void list.refetch()} />;
  if (list.items.length === 0) return <NoConversations />;
  return <Rows list={list} />;
}

function Rows({ list }: { list: ReturnType<typeof useConversations> }) {
  const text = useText(MESSAGES);
  const { conversationId } = useOpenedConversation();
  const nameOf = useAccountNames();
  const frame = useRef<HTMLDivElement>(null);
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    getItemKey: (index) => items[index]?.id ?? index,
  });
  const lastShown = rows.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastShown >= items.length - LOAD_BEFORE_END)
      void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, lastShown, items.length]);

  const opened = items.findIndex(({ id }) => id === conversationId);
  useEffect(() => {
    if (opened >= 0) rows.scrollToIndex(opened);
  }, [opened, rows]);

  return (
    <div ref={frame} className={classes['rows']}>
      <ul className={classes['rowsInside']} style={{ height: rows.getTotalSize() }} aria-label={text('list')}>
        {rows.getVirtualItems().map(({ key, index, start, size }) => {
          const conversation = items[index];
          if (conversation === undefined) return null;
          return (
            <li
              key={key}
              className={classes['rowPlace']}
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              <ConversationRow conversation={conversation} account={nameOf(conversation.integrationId)} />
            </li>
          );
        })}
      </ul>
      {isFetchingNextPage && (
        <Text size="xs" c="dimmed" ta="center" p="xs" role="status">
          {text('loadingMore')}
        </Text>
      )}
    </div>
  );
}

function NoConversations() {
  const text = useText(MESSAGES);
  const { filter, clear } = useFilter();
  const names = Object.keys(filter);
  if (names.length === 0)
    return (
      <Empty icon={IconChecks} title={text('allDone')} detail={text('allDoneDetail')}>
        <Button variant="light" onClick={clear}>
          {text('showAll')}
        </Button>
      </Empty>
    );
  if (names.length === 1 && filter.status === 'all')
    return <Empty icon={IconInbox} title={text('none')} detail={text('noneDetail')} />;
  return (
    <Empty icon={IconFilterOff} title={text('noMatch')} detail={text('noMatchDetail')}>
      <Button variant="light" onClick={clear}>
        {text('showAll')}
      </Button>
    </Empty>
  );
}
