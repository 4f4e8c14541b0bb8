import { Alert, Badge, Card, Group, Stack, Text } from '@mantine/core';
import { IconCalendarTime, IconFilterOff } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ScheduleView } from 'tiktok-connector-client';
import { useList } from '../../api/queries.js';
import { useAccountNames } from '../../api/use-accounts.js';
import { useText } from '../../i18n/use-text.js';
import { Empty } from '../../ui/states.js';
import { Time } from '../../ui/time.js';
import { Choose, ChooseAccount, ChooseSyncType } from './choices.js';
import { Listed } from '../../ui/listed.js';
import { MESSAGES } from './operate.messages.js';
import { readScheduleFilter, SCHEDULE_STATES, toSyncQuery, type ScheduleFilter } from './sync-filter.js';
import { Fact } from './sync-run.js';
import { SYNC_MESSAGES } from './sync.messages.js';

const COLORS = {
  running: 'blue',
  not_allowed: 'yellow',
  failing: 'red',
  due: 'blue',
  planned: 'green',
  resting: 'gray',
};
const REFRESH_MS = 15_000;

/** When each account is synced next, and what stands against it. */
export function SchedulesTab() {
  const text = useText(SYNC_MESSAGES);
  const shared = useText(MESSAGES);
  const filter = useSearch({ from: '/operate/schedules' });
  const query = toSyncQuery(filter);
  const list = useList(
    ['sync', 'schedules', query],
    (connector, cursor, signal) =>
      connector.GET('/api/sync/schedules', {
        params: { query: { ...query, limit: 50, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    { refetchInterval: REFRESH_MS },
  );
  const nameOf = useAccountNames();
  return (
    <Stack>
      <ScheduleFilters filter={filter} />
      <Listed
        list={list}
        empty={
          Object.keys(filter).length > 0 ? (
            <Empty icon={IconFilterOff} title={shared('noMatch')} detail={shared('noMatchDetail')} />
          ) : (
            <Empty icon={IconCalendarTime} title={text('noSchedules')} detail={text('noSchedulesDetail')} />
          )
        }
      >
        {(schedules) =>
          schedules.map((schedule) => (
            <Schedule
              key={schedule.integrationId + schedule.syncType}
              schedule={schedule}
              account={nameOf(schedule.integrationId) ?? shared('unknownAccount')}
            />
          ))
        }
      </Listed>
    </Stack>
  );
}

function ScheduleFilters({ filter }: { filter: ScheduleFilter }) {
  const text = useText(SYNC_MESSAGES);
  const navigate = useNavigate();
  const change = (changes: Record<string, string | undefined>) =>
    void navigate({
      to: '/operate/schedules',
      search: readScheduleFilter({ ...filter, ...changes }),
      replace: true,
    });
  return (
    <Group align="flex-end" gap="sm">
      <Choose
        label={text('state')}
        all={text('allStates')}
        values={SCHEDULE_STATES.map((value) => ({ value, label: text(`state_${value}`) }))}
        value={filter.state}
        choose={(state) => change({ state })}
      />
      <ChooseSyncType value={filter.type} choose={(type) => change({ type })} />
      <ChooseAccount value={filter.account} choose={(account) => change({ account })} />
    </Group>
  );
}

function Schedule({ schedule, account }: { schedule: ScheduleView; account: string }) {
  const text = useText(SYNC_MESSAGES);
  const shared = useText(MESSAGES);
  const { syncType, state, nextDueAt, succeededAt, failingSince, failures, problem, latestRun } = schedule;
  const reason = problem?.message ?? (failingSince !== null ? latestRun?.failReason : undefined);
  return (
    <Card withBorder padding="sm">
      <Stack gap="xs">
        <Group justify="space-between" gap="sm">
          <Group gap="xs">
            <Text fw={500}>{shared(syncType)}</Text>
            <Text c="dimmed">{account}</Text>
            <Badge variant="light" color={COLORS[state]}>
              {text(`state_${state}`)}
            </Badge>
          </Group>
          <Group gap="md">
            <Fact name={text('lastSuccess')}>
              {succeededAt === null ? text('never') : <Time at={succeededAt} />}
            </Fact>
            <Fact name={text('next')}>
              {nextDueAt === null ? text('notPlanned') : <Time at={nextDueAt} />}
            </Fact>
          </Group>
        </Group>
        {failingSince !== null && (
          <Text size="sm" c="red">
            {text('failingSince')} <Time at={failingSince} /> · {text('failures', { count: failures })}
          </Text>
        )}
        {reason && <Alert color={problem ? 'yellow' : 'red'}>{reason}</Alert>}
      </Stack>
    </Card>
  );
}
