import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../../i18n/use-text.js';
import { useMay } from '../../../session/use-session.js';
import { Failed, Loading } from '../../../ui/states.js';
import { timeOf, type Publication } from '../publication.js';
import { MESSAGES } from '../publish.messages.js';
import type { PublishSearch } from '../publish.search.js';
import { dayOf, daysBetween, ownZone } from '../zones.js';
import { CalendarDay } from './calendar-day.js';
import { daysOf, neighbour } from './calendar-days.js';
import classes from './calendar.module.css';
import { MoveDialog } from './move-dialog.js';
import { MOST_POSTS, useCalendarPosts } from './use-calendar-posts.js';
import { useMove } from './use-move.js';

/** The posts of a week or month. Scheduled ones move to another day by dragging, or by their menu. */
export function Calendar({
  search,
  view,
  onChange,
}: {
  search: PublishSearch;
  view: 'week' | 'month';
  onChange: (search: PublishSearch) => void;
}) {
  const text = useText(MESSAGES);
  const intl = useIntl();
  const mayMove = useMay('editor');
  const today = dayOf(Date.now(), ownZone());
  const day = search.day ?? today;
  const days = daysOf(view, day);
  const query = useCalendarPosts(search, days);
  const { move, moveDays, isPending } = useMove();
  const [moving, setMoving] = useState<Publication>();
  const byDay = groupedByDay(query.items);
  const drop = (publishId: string, target: string) => {
    const post = query.items.find((one) => one.publishId === publishId);
    if (post) moveDays(post, daysBetween(dayOf(timeOf(post), ownZone()), target));
  };
  const format = (date: string, options: Parameters<typeof intl.formatDate>[1]) =>
    intl.formatDate(`${date}T12:00:00Z`, { ...options, timeZone: 'UTC' });
  const title =
    view === 'month'
      ? format(day, { month: 'long', year: 'numeric' })
      : `${format(days[0]!, { day: 'numeric', month: 'short' })} – ${format(days[6]!, { day: 'numeric', month: 'short', year: 'numeric' })}`;
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4" aria-live="polite">
          {title}
        </Title>
        <Group gap={4}>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={text('previous')}
            onClick={() => onChange({ ...search, day: neighbour(view, day, -1) })}
          >
            <IconChevronLeft size={18} />
          </ActionIcon>
          <Button variant="default" onClick={() => onChange({ ...search, day: today })}>
            {text('today')}
          </Button>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={text('next')}
            onClick={() => onChange({ ...search, day: neighbour(view, day, 1) })}
          >
            <IconChevronRight size={18} />
          </ActionIcon>
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        {text(mayMove ? 'zone' : 'zoneViewer', { zone: ownZone() })}
      </Text>
      {query.data === undefined ? (
        query.error ? (
          <Failed error={query.error} retry={() => void query.refetch()} />
        ) : (
          <Loading rows={6} />
        )
      ) : (
        <div>
          <div className={classes['weekdays']} aria-hidden>
            {days.slice(0, 7).map((one) => (
              <Text key={one} size="xs" c="dimmed" ta="center" py={4}>
                {format(one, { weekday: 'short' })}
              </Text>
            ))}
          </div>
          <div className={`${classes['grid']} ${view === 'week' ? classes['week'] : ''}`} role="list">
            {days.map((one) => (
              <CalendarDay
                key={one}
                day={one}
                view={view}
                isOutside={view === 'month' && one.slice(0, 7) !== day.slice(0, 7)}
                isToday={one === today}
                posts={byDay.get(one) ?? []}
                mayMove={mayMove}
                onDrop={drop}
                onMoveDays={moveDays}
                onMoveTo={setMoving}
                onShowWeek={() => onChange({ ...search, view: 'week', day: one })}
              />
            ))}
          </div>
        </div>
      )}
      {query.isCut && <Text size="sm">{text('tooMany', { count: MOST_POSTS })}</Text>}
      {moving && (
        <MoveDialog
          post={moving}
          isPending={isPending}
          onMove={(input) => move(input, () => setMoving(undefined))}
          onClose={() => setMoving(undefined)}
        />
      )}
    </Stack>
  );
}

function groupedByDay(posts: Publication[]): Map<string, Publication[]> {
  const days = new Map<string, Publication[]>();
  for (const post of posts) {
    const day = dayOf(timeOf(post), ownZone());
    days.set(day, [...(days.get(day) ?? []), post]);
  }
  return days;
}
