import { Accordion, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFilterOff, IconRefresh } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAccountNames } from '../../api/use-accounts.js';
import { useChange } from '../../api/mutations.js';
import { useText } from '../../i18n/use-text.js';
import { Empty } from '../../ui/states.js';
import { Choose, ChooseAccount, ChooseSyncType } from './choices.js';
import { Listed } from '../../ui/listed.js';
import { MESSAGES } from './operate.messages.js';
import { RUN_STATUSES, readRunFilter, type RunFilter } from './sync-filter.js';
import { RunDetails, RunLine } from './sync-run.js';
import { SYNC_MESSAGES } from './sync.messages.js';
import { RUNS, useSyncRuns } from './use-sync-runs.js';

/** All sync runs, the newest first. Those that run update live. */
export function SyncRunsTab() {
  const text = useText(SYNC_MESSAGES);
  const shared = useText(MESSAGES);
  const filter = useSearch({ from: '/operate/syncs' });
  const list = useSyncRuns(filter);
  const nameOf = useAccountNames();
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Stack>
      <RunFilters filter={filter} />
      <Text size="sm" c="dimmed">
        {text('live')}
      </Text>
      <Listed
        list={list}
        empty={
          isFiltered ? (
            <Empty icon={IconFilterOff} title={shared('noMatch')} detail={shared('noMatchDetail')} />
          ) : (
            <Empty icon={IconRefresh} title={text('none')} detail={text('noneDetail')} />
          )
        }
      >
        {(runs) => (
          <Accordion variant="contained">
            {runs.map((run) => (
              <Accordion.Item key={run.id} value={run.id}>
                <Accordion.Control>
                  <RunLine run={run} account={nameOf(run.integrationId) ?? shared('unknownAccount')} />
                </Accordion.Control>
                <Accordion.Panel>
                  <RunDetails run={run} />
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        )}
      </Listed>
    </Stack>
  );
}

function RunFilters({ filter }: { filter: RunFilter }) {
  const text = useText(SYNC_MESSAGES);
  const shared = useText(MESSAGES);
  const navigate = useNavigate();
  const change = (changes: Record<string, string | undefined>) =>
    void navigate({ to: '/operate/syncs', search: readRunFilter({ ...filter, ...changes }), replace: true });
  return (
    <Group align="flex-end" gap="sm">
      <Choose
        label={shared('status')}
        all={shared('allStatuses')}
        values={RUN_STATUSES.map((value) => ({ value, label: text(value) }))}
        value={filter.status}
        choose={(status) => change({ status })}
      />
      <ChooseSyncType value={filter.type} choose={(type) => change({ type })} />
      <ChooseAccount value={filter.account} choose={(account) => change({ account })} />
      <SyncNow />
    </Group>
  );
}

function SyncNow() {
  const text = useText(SYNC_MESSAGES);
  const trigger = useChange(
    (connector) => connector.POST('/api/sync/trigger', { body: { platform: 'tiktok', syncType: 'all' } }),
    { changes: [RUNS] },
  );
  return (
    <Button
      leftSection={<IconRefresh size={18} />}
      loading={trigger.isPending}
      onClick={() =>
        trigger.mutate(undefined, {
          onSuccess: ({ runIds }) =>
            notifications.show({ color: 'green', message: text('syncStarted', { count: runIds.length }) }),
        })
      }
    >
      {text('syncNow')}
    </Button>
  );
}
