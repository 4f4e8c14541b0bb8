import { Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../../i18n/use-text.js';
import type { Publication } from '../publication.js';
import { MESSAGES } from '../publish.messages.js';
import { CalendarPost, DRAGGED } from './calendar-post.js';
import classes from './calendar.module.css';

const SHOWN_IN_MONTH = 4;

interface Props {
  day: string;
  view: 'week' | 'month';
  isOutside: boolean;
  isToday: boolean;
  posts: Publication[];
  mayMove: boolean;
  onDrop: (publishId: string, day: string) => void;
  onMoveDays: (post: Publication, days: number) => void;
  onMoveTo: (post: Publication) => void;
  onShowWeek: () => void;
}

export function CalendarDay({ day, view, isOutside, isToday, posts, ...rest }: Props) {
  const text = useText(MESSAGES);
  const intl = useIntl();
  const [isTarget, setTarget] = useState(false);
  const name = intl.formatDate(`${day}T12:00:00Z`, { dateStyle: 'full', timeZone: 'UTC' });
  const shown = view === 'month' ? posts.slice(0, SHOWN_IN_MONTH) : posts;
  const hidden = posts.length - shown.length;
  const names = [
    classes['day'],
    isOutside && classes['outside'],
    isTarget && classes['target'],
    posts.length === 0 && classes['empty'],
  ];
  return (
    <div
      role="listitem"
      aria-label={name}
      className={names.filter(Boolean).join(' ')}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setTarget(true);
      }}
      onDragLeave={() => setTarget(false)}
      onDrop={(event) => {
        event.preventDefault();
        setTarget(false);
        rest.onDrop(event.dataTransfer.getData(DRAGGED), day);
      }}
    >
      <Group justify="space-between" mb={4}>
        <Text size="xs" fw={isToday ? 700 : 400} td={isToday ? 'underline' : undefined} visibleFrom="sm">
          {Number(day.slice(8))}
        </Text>
        <Text size="sm" fw={600} hiddenFrom="sm">
          {name}
        </Text>
      </Group>
      <Stack gap={4}>
        {shown.map((post) => (
          <CalendarPost
            key={post.publishId}
            post={post}
            mayMove={rest.mayMove && post.status === 'scheduled'}
            onMoveDays={rest.onMoveDays}
            onMoveTo={rest.onMoveTo}
          />
        ))}
        {hidden > 0 && (
          <UnstyledButton fz="xs" onClick={rest.onShowWeek}>
            {text('moreOnDay', { count: hidden })}
          </UnstyledButton>
        )}
      </Stack>
    </div>
  );
}
