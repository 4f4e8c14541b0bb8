import { Badge, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.js';
import { MESSAGES } from './inbox.messages.js';
import { shownCount } from './shown-count.js';

/** A choice of a filter with the number of unread conversations that it would show. */
export function Counted({
  children,
  count,
  isExact,
}: {
  children: ReactNode;
  count: number;
  isExact: boolean;
}) {
  const text = useText(MESSAGES);
  if (count === 0) return <>{children}</>;
  return (
    <Group component="span" gap={4} wrap="nowrap" justify="center" display="inline-flex">
      <span>{children}</span>{' '}
      <Badge
        component="span"
        size="xs"
        px={4}
        miw={16}
        flex="none"
        aria-label={text(isExact ? 'unreadConversations' : 'unreadAtLeast', { count })}
      >
        {shownCount(count, isExact)}
      </Badge>
    </Group>
  );
}
