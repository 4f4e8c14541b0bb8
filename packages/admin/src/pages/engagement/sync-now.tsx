import { Button, Card, CloseButton, Group, Progress, ScrollArea, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { SyncRunView } from 'tiktok-connector-client';
import { useChange } from '../../api/mutations.js';
import { useText } from '../../i18n/use-text.js';
import { useMay } from '../../session/use-session.js';
import { MESSAGES } from './engagement.messages.js';
import { useAccountNames } from '../../api/use-accounts.js';
import { isOpen, type useSyncRuns } from './use-sync-runs.js';

const MOST_SHOWN = 50;

type Runs = ReturnType<typeof useSyncRuns>;

/** Starts a sync of one account, or of all of them. Viewers may not. */
export function SyncNow({ account, runs }: { account: string | undefined; runs: Runs }) {
  const text = useText(MESSAGES);
  const may = useMay('editor');
  const sync = useChange((connector, integrationId: string | undefined) =>
    connector.POST('/api/sync/trigger', {
      body: { platform: 'tiktok', syncType: 'all', ...(integrationId !== undefined && { integrationId }) },
    }),
  );
  if (!may) return null;
  return (
    <Button
      leftSection={<IconRefresh size={18} aria-hidden />}
      loading={sync.isPending}
      disabled={runs.runs.some(isOpen)}
      onClick={() => sync.mutate(account)}
    >
      {text('syncNow')}
    </Button>
  );
}

/** The progress of syncs, live. */
export function SyncProgress({ runs: { runs, forget } }: { runs: Runs }) {
  const text = useText(MESSAGES);
  if (runs.length === 0) return null;
  const open = runs.filter(isOpen).length;
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" mb="xs">
        <Text fw={600} aria-live="polite">
          {open > 0 ? text('syncing', { open, all: runs.length }) : text('synced')}
        </Text>
        {open === 0 && <CloseButton aria-label={text('close')} onClick={forget} />}
      </Group>
      <ScrollArea.Autosize mah={220} viewportProps={{ tabIndex: 0 }}>
        <Stack gap="xs">
          {runs
            .toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
            .slice(0, MOST_SHOWN)
            .map((run) => (
              <Run key={run.id} run={run} />
            ))}
          {runs.length > MOST_SHOWN && (
            <Text size="sm" c="dimmed">
              {text('moreRuns', { count: runs.length - MOST_SHOWN })}
            </Text>
          )}
        </Stack>
      </ScrollArea.Autosize>
    </Card>
  );
}

function Run({ run }: { run: SyncRunView }) {
  const text = useText(MESSAGES);
  const nameOf = useAccountNames();
  const { status, items, total } = run;
  const share = total === null || total === 0 ? 100 : Math.min((items / total) * 100, 100);
  return (
    <div>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" truncate>
          {nameOf(run.integrationId) ?? run.integrationId} · {text(`kind_${run.syncType}`)}
        </Text>
        <Text size="sm" c="dimmed" flex="none">
          {text(`run_${status}`)}
          {status !== 'queued' && ` · ${text('stored', { items })}`}
        </Text>
      </Group>
      {isOpen(run) && (
        <Progress
          aria-label={text(`kind_${run.syncType}`)}
          value={status === 'queued' ? 0 : share}
          animated={status === 'running'}
          size="sm"
        />
      )}
      {run.failReason !== null && (
        <Text size="xs" c={status === 'failed' ? 'red' : 'dimmed'}>
          {run.failReason}
        </Text>
      )}
    </div>
  );
}
