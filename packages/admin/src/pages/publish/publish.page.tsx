import { Group, SegmentedControl, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useText } from '../../i18n/use-text.js';
import { useMay } from '../../session/use-session.js';
import { Page } from '../../ui/page.js';
import { LinkButton } from './link-button.js';
import { Calendar } from './list/calendar.js';
import { Filters } from './list/filters.js';
import { PostList } from './list/post-list.js';
import { MESSAGES } from './publish.messages.js';
import type { PublishSearch } from './publish.search.js';

/** All posts, as a list or a calendar. */
export function PublishPage() {
  const text = useText(MESSAGES);
  const mayPublish = useMay('editor');
  const search = useSearch({ from: '/publish' });
  const navigate = useNavigate();
  const change = useCallback(
    (next: PublishSearch) => void navigate({ to: '/publish', search: next, replace: true }),
    [navigate],
  );
  return (
    <Page
      title={text('title')}
      detail={text('detail')}
      actions={
        mayPublish && (
          <LinkButton to="/publish/new" leftSection={<IconPlus size={18} aria-hidden />}>
            {text('new')}
          </LinkButton>
        )
      }
    >
      <Stack>
        <Group>
          <SegmentedControl
            aria-label={text('view')}
            data={[
              { value: 'list', label: text('list') },
              { value: 'week', label: text('week') },
              { value: 'month', label: text('month') },
            ]}
            value={search.view ?? 'list'}
            onChange={(view) => change(withView(search, view))}
          />
        </Group>
        <Filters search={search} onChange={change} />
        {search.view === undefined ? (
          <PostList search={search} />
        ) : (
          <Calendar search={search} view={search.view} onChange={change} />
        )}
      </Stack>
    </Page>
  );
}

/** The calendar has its own range of days; the list has none of the calendar's. */
function withView(search: PublishSearch, view: string): PublishSearch {
  const { view: _view, from, to, day, ...rest } = search;
  if (view === 'week' || view === 'month') return { ...rest, view, ...(day !== undefined && { day }) };
  return { ...rest, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
