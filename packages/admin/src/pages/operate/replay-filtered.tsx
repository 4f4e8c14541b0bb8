import { Button, Checkbox, Group, Modal, Stack, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import {
  answer,
  type Connector,
  type ReplayedEventsView,
  type ReplayEventsDto,
} from 'tiktok-connector-client';
import { useChange } from '../../api/mutations.js';
import { useText } from '../../i18n/use-text.js';
import { MESSAGES } from './operate.messages.js';
import { REPLAYABLE, toEventQuery, type EventFilter, type Replayable } from './webhook-filter.js';
import { WEBHOOK_MESSAGES } from './webhooks.messages.js';

/** Replays the events that the filter shows. A dialog asks for the statuses; at first, those of the filter or the failed ones. */
export function ReplayFiltered({ filter, icon }: { filter: EventFilter; icon: ReactNode }) {
  const text = useText(WEBHOOK_MESSAGES);
  const [isAsking, asking] = useDisclosure();
  const { status, ...others } = filter;
  const replayable = REPLAYABLE.filter((one) => one === status);
  const isPossible = status === undefined || replayable.length > 0;
  return (
    <>
      <Tooltip label={text('notReplayable')} disabled={isPossible} multiline maw={280}>
        <Button
          variant="light"
          leftSection={icon}
          data-disabled={!isPossible || undefined}
          aria-disabled={!isPossible}
          onClick={() => isPossible && asking.open()}
        >
          {text('replayShown')}
        </Button>
      </Tooltip>
      <Modal opened={isAsking} onClose={asking.close} title={text('replayTitle')} centered>
        <Question
          filter={others}
          offered={replayable.length > 0 ? replayable : REPLAYABLE}
          first={replayable.length > 0 ? replayable : ['failed']}
          close={asking.close}
        />
      </Modal>
    </>
  );
}

function Question({
  filter,
  offered,
  first,
  close,
}: {
  filter: Omit<EventFilter, 'status'>;
  offered: readonly Replayable[];
  first: readonly Replayable[];
  close: () => void;
}) {
  const text = useText(WEBHOOK_MESSAGES);
  const shared = useText(MESSAGES);
  const [statuses, setStatuses] = useState<readonly string[]>(first);
  const chosen = offered.filter((one) => statuses.includes(one));
  const replay = useChange(
    (connector, wanted: readonly Replayable[]) => replayAll(connector, toEventQuery(filter), wanted),
    { changes: [['webhooks', 'events']] },
  );
  const run = () =>
    replay.mutate(chosen, {
      onSuccess: ({ replayed }) => {
        notifications.show({ color: 'green', message: text('replayDone', { count: replayed }) });
        close();
      },
    });
  return (
    <Stack>
      <Text size="sm">{text('replayDetail')}</Text>
      <Checkbox.Group label={text('replayStatuses')} value={[...statuses]} onChange={setStatuses}>
        <Stack gap="xs" mt="xs">
          {offered.map((one) => (
            <Checkbox key={one} value={one} label={text(one)} disabled={offered.length === 1} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {shared('cancel')}
        </Button>
        <Button loading={replay.isPending} disabled={chosen.length === 0} onClick={run}>
          {text('replay')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The service replays one status at a time. `REPLAYABLE` has the failed ones last, so that one which fails again waits for the next replay. */
async function replayAll(connector: Connector, filter: ReplayEventsDto, statuses: readonly Replayable[]) {
  let replayed = 0;
  for (const status of statuses) replayed += await replayStatus(connector, { ...filter, status });
  return { data: { replayed }, response: new Response() };
}

/** A call replays up to 1,000 events, and says where the next one continues. */
async function replayStatus(connector: Connector, body: ReplayEventsDto): Promise<number> {
  let replayed = 0;
  let cursor: string | null = null;
  do {
    const page: ReplayedEventsView = await answer(replayPage(connector, body, cursor));
    replayed += page.replayed;
    cursor = page.nextCursor;
  } while (cursor !== null);
  return replayed;
}

function replayPage(connector: Connector, body: ReplayEventsDto, cursor: string | null) {
  return connector.POST('/api/webhooks/events/replay', {
    body: { ...body, ...(cursor !== null && { cursor }) },
  });
}
