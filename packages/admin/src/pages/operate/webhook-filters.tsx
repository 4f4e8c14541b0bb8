import '@mantine/dates/styles.css';
import { Button, Group } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { IconReload, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useAnswer } from '../../api/queries.js';
import { useLocale } from '../../i18n/locale.js';
import { useText } from '../../i18n/use-text.js';
import { Choose, ChooseAccount } from './choices.js';
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
  const isFiltered = Object.keys(filter).length > 0;
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
      <Day label={text('from')} value={filter.from} choose={(from) => change({ from })} />
      <Day label={text('to')} value={filter.to} choose={(to) => change({ to })} />
      {isFiltered && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconX size={16} />}
          onClick={() => void navigate({ to: '/operate/webhooks', search: {}, replace: true })}
        >
          {shared('clear')}
        </Button>
      )}
      <ReplayFiltered filter={filter} icon={<IconReload size={16} />} />
    </Group>
  );
}

function Day({
  label,
  value,
  choose,
}: {
  label: string;
  value: string | undefined;
  choose: (day: string | undefined) => void;
}) {
  const text = useText(WEBHOOK_MESSAGES);
  return (
    <DatePickerInput
      clearable
      w={{ base: 'calc(50% - var(--mantine-spacing-sm) / 2)', xs: 150 }}
      label={label}
      placeholder={text('anyDay')}
      locale={useLocale()}
      valueFormat="DD MMM YYYY"
      // The default colour has too little contrast for text that is no placeholder attribute.
      styles={{ placeholder: { color: 'var(--mantine-color-dimmed)' } }}
      value={value ?? null}
      onChange={(day) => choose(day ?? undefined)}
    />
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
