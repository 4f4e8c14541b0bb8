import { ActionIcon, Group, Menu, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useText } from '../../../i18n/use-text.js';
import { LinkText } from '../link-button.js';
import { STATUS_COLOURS, timeOf, type Publication } from '../publication.js';
import { MESSAGES } from '../publish.messages.js';
import classes from './calendar.module.css';

/** The type of dragged data, so that other things that are dragged over a day are ignored. */
export const DRAGGED = 'application/x-publication';

export function CalendarPost({
  post,
  mayMove,
  onMoveDays,
  onMoveTo,
}: {
  post: Publication;
  mayMove: boolean;
  onMoveDays: (post: Publication, days: number) => void;
  onMoveTo: (post: Publication) => void;
}) {
  const text = useText(MESSAGES);
  const intl = useIntl();
  return (
    <div
      className={classes['post']}
      style={
        { '--post-colour': `var(--mantine-color-${STATUS_COLOURS[post.status]}-6)` } as React.CSSProperties
      }
      draggable={mayMove}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, post.publishId);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <Group gap={4} justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <LinkText
            to="/publish/$publishId"
            params={{ publishId: post.publishId }}
            c="inherit"
            size="xs"
            fw={600}
            lineClamp={2}
            draggable={false}
          >
            {post.title}
          </LinkText>
          <Text size="xs" c="dimmed">
            {intl.formatTime(timeOf(post))} · {text(`status.${post.status}`)}
          </Text>
        </div>
        {mayMove && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={text('move', { title: post.title })}
              >
                <IconDots size={14} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onMoveDays(post, -1)}>{text('dayEarlier')}</Menu.Item>
              <Menu.Item onClick={() => onMoveDays(post, 1)}>{text('dayLater')}</Menu.Item>
              <Menu.Item onClick={() => onMoveDays(post, 7)}>{text('weekLater')}</Menu.Item>
              <Menu.Item onClick={() => onMoveTo(post)}>{text('moveTo')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
    </div>
  );
}
