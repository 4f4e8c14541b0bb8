import { Alert, Badge, Button, Code, Group, Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormattedNumber } from 'react-intl';
import type { SyncRunView } from 'tiktok-connector-client';
import { useChange } from '../../api/mutations.js';
import { useText } from '../../i18n/use-text.js';
import { Time } from '../../ui/time.js';
import { MESSAGES } from './operate.messages.js';
import { SYNC_MESSAGES } from './sync.messages.js';
import { RUNS } from './use-sync-runs.js';

const COLORS = {
  queued: 'gray',
  running: 'blue',
  succeeded: 'green',
  incomplete: 'yellow',
  failed: 'red',
  cancelled: 'gray',
};

/** A run in one line: what, for whom, how far, and when. */
export function RunLine({ run, account }: { run: SyncRunView; account: string }) {
  const text = useText(SYNC_MESSAGES);
  const shared = useText(MESSAGES);
  const { syncType, status, items, total, createdAt, warnings } = run;
  return (
    <Stack gap={4} pr="sm">
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {shared(syncType)}
          </Text>
          <Text size="sm" c="dimmed">
            {account}
          </Text>
          <Badge size="sm" variant="light" color={COLORS[status]}>
            {text(status)}
          </Badge>
          {warnings.length > 0 && (
            <Badge size="sm" variant="light" color="yellow">
              {warnings.length}
            </Badge>
          )}
        </Group>
        <Group gap="md">
          <Text size="sm" c="dimmed">
            {text('items')}:{' '}
            {total === null ? <FormattedNumber value={items} /> : text('itemsOf', { items, total })}
          </Text>
          <Text size="sm" c="dimmed">
            <Time at={createdAt} />
          </Text>
        </Group>
      </Group>
      {status === 'running' && (
        <Progress
          size="xs"
          animated
          aria-label={text('running')}
          value={total === null || total === 0 ? 100 : (items / total) * 100}
        />
      )}
    </Stack>
  );
}

/** Why a run ended as it did, what it left out, and what TikTok's support asks for. */
export function RunDetails({ run }: { run: SyncRunView }) {
  const text = useText(SYNC_MESSAGES);
  const { id, trigger, status, failReason, warnings, skipped, durationSeconds, nextDueAt, requestIds } = run;
  const cancel = useChange(
    (connector, runId: string) =>
      connector.POST('/api/sync/runs/{runId}/cancel', { params: { path: { runId } } }),
    { changes: [RUNS] },
  );
  return (
    <Stack gap="sm">
      {failReason !== null && <Alert color={status === 'failed' ? 'red' : 'yellow'}>{failReason}</Alert>}
      {warnings.map(({ part, code, message }) => (
        <Alert key={part + code} color="yellow" title={part}>
          {message}
        </Alert>
      ))}
      {skipped > 0 && <Text size="sm">{text('skipped', { count: skipped })}</Text>}
      <Group gap="xl">
        <Fact name={text('trigger')}>{text(trigger)}</Fact>
        {durationSeconds !== null && (
          <Fact name={text('duration')}>
            <FormattedNumber value={durationSeconds} style="unit" unit="second" maximumFractionDigits={1} />
          </Fact>
        )}
        <Fact name={text('next')}>{nextDueAt === null ? text('notPlanned') : <Time at={nextDueAt} />}</Fact>
      </Group>
      {requestIds.length > 0 && (
        <Fact name={text('requests')}>
          <Code block mah={120} style={{ overflow: 'auto' }} tabIndex={0}>
            {requestIds.join('\n')}
          </Code>
        </Fact>
      )}
      {(status === 'queued' || status === 'running') && (
        <Group>
          <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(id)}>
            {text('cancelRun')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div style={{ minWidth: 110 }}>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text size="sm" component="div">
        {children}
      </Text>
    </div>
  );
}
