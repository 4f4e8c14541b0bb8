import { Group } from '@mantine/core';
import { IconReload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { Choose, ChooseAccount, ClearFilters } from './choices.js';
import { ChooseDays } from './choose-day.js';
import { MESSAGES } from './operate.messages.js';
import { ReplayFiltered } from './replay-filtered.js';
import { EVENT_STATUSES, readEventFilter, type EventFilter } from './webhook-filter.js';
import { WEBHOOK_MESSAGES } from './webhooks.messages.js';

/** Chooses which events are shown, and replays them. */
export function WebhookFilters({ filter }: { filter: EventFilter }) {
  const text = useText(WEBHOOK_MESSAGES);
  const shared = useText(MESSAGES);
  const navigate = useNavigate();
  const change = (changes: Record<string, string | undefined>) =>
    void navigate({
      to: '/operate/webhooks',
      search: readEventFilter({ ...filter, ...changes }),
      replace: true,
    });
  return (
    <Group align="flex-end" gap="sm">
      <Choose
        label={shared('status')}
        all={shared('allStatuses')}
        values={EVENT_STATUSES.map((value) => ({ value, label: text(value) }))}
        value={filter.status}
        choose={(status) => change({ status })}
      />
      <Choose
        label={text('event')}
        all={text('allEvents')}
        values={useEventNames(filter.event)}
        value={filter.event}
        choose={(event) => change({ event })}
      />
      <ChooseAccount value={filter.account} choose={(account) => change({ account })} />
      <ChooseDays {...filter} choose={change} />
      <ClearFilters filter={filter} to="/operate/webhooks" />
      <ReplayFiltered filter={filter} icon={<IconReload size={16} />} />
    </Group>
  );
}

/** The names that have arrived, and the one of the address. */
function useEventNames(current: string | undefined) {
  const { data } = useAnswer(
    ['webhooks', 'events', 'counts'],
    (connector, signal) => connector.GET('/api/webhooks/events/counts', { signal }),
    { staleTime: 60_000 },
  );
  const names = new Set(data?.counts.flatMap(({ event }) => event ?? []));
  if (current !== undefined) names.add(current);
  return [...names].toSorted().map((value) => ({ value, label: value }));
}
