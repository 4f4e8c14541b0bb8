import { Alert, Badge, Card, Group, Stack, Table, Text, Title } from '@mantine/core';
import type { FreshnessView, ScheduleView } from 'tiktok-connector-client';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { Answered } from '../../ui/states.js';
import { Time } from '../../ui/time.js';
import { MESSAGES } from './engagement.messages.js';
import { useAccountNames } from '../../api/use-accounts.js';

const COLORS = {
  running: 'blue',
  not_allowed: 'red',
  failing: 'red',
  due: 'gray',
  planned: 'green',
  resting: 'gray',
} as const satisfies Record<ScheduleView['state'], string>;
const KINDS = ['profile', 'videos'] as const;
const MOST_SCHEDULES = 200;

/** How old the figures are, and when they are read next. */
export function Freshness({ freshness, account }: { freshness: FreshnessView; account: string | undefined }) {
  const text = useText(MESSAGES);
  return (
    <Card withBorder>
      <Title order={2} size="h4" mb="xs">
        {text('freshness')}
      </Title>
      <Stack gap="sm">
        <Readings freshness={freshness} />
        {freshness.stale > 0 && <Alert color="yellow">{text('stale', { count: freshness.stale })}</Alert>}
        <Schedules account={account} />
      </Stack>
    </Card>
  );
}

function Readings({ freshness }: { freshness: FreshnessView }) {
  const text = useText(MESSAGES);
  const { videos, oldestCapturedAt, newestCapturedAt, neverRead } = freshness;
  return (
    <Group gap="lg">
      <Text size="sm">{text('videoCount', { count: videos })}</Text>
      {newestCapturedAt !== null && (
        <Text size="sm">
          {text('newest')} <Time at={newestCapturedAt} />
        </Text>
      )}
      {oldestCapturedAt !== null && (
        <Text size="sm">
          {text('oldest')} <Time at={oldestCapturedAt} />
        </Text>
      )}
      {neverRead > 0 && <Text size="sm">{text('neverRead', { count: neverRead })}</Text>}
    </Group>
  );
}

function Schedules({ account }: { account: string | undefined }) {
  const query = useAnswer(['sync', 'account-schedules', account], (connector, signal) =>
    connector.GET('/api/sync/schedules', {
      params: {
        query: { limit: MOST_SCHEDULES, ...(account !== undefined && { integrationId: account }) },
      },
      signal,
    }),
  );
  return (
    <Answered query={query} rows={2}>
      {({ items }) => (
        <ScheduleTable schedules={items.filter(({ syncType }) => KINDS.some((kind) => kind === syncType))} />
      )}
    </Answered>
  );
}

function ScheduleTable({ schedules }: { schedules: readonly ScheduleView[] }) {
  const text = useText(MESSAGES);
  const nameOf = useAccountNames();
  return (
    <Table.ScrollContainer minWidth={640} mah={320} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text('account')}</Table.Th>
            <Table.Th>{text('kind')}</Table.Th>
            <Table.Th>{text('state')}</Table.Th>
            <Table.Th>{text('lastRead')}</Table.Th>
            <Table.Th>{text('nextRead')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {schedules.map((schedule) => (
            <Table.Tr key={schedule.integrationId + schedule.syncType}>
              <Table.Td>{nameOf(schedule.integrationId) ?? schedule.integrationId}</Table.Td>
              <Table.Td>{text(`kind_${schedule.syncType}`)}</Table.Td>
              <Table.Td>
                <Badge variant="light" color={COLORS[schedule.state]}>
                  {text(`state_${schedule.state}`)}
                </Badge>
                {schedule.problem !== null && (
                  <Text size="xs" c="dimmed" maw={360}>
                    {schedule.problem.message}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <MaybeTime at={schedule.succeededAt} />
              </Table.Td>
              <Table.Td>
                <MaybeTime at={schedule.nextDueAt} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function MaybeTime({ at }: { at: string | null }) {
  return at === null ? '–' : <Time at={at} />;
}
