import { Button, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { answer, type Connector, type ReplayEventsDto } from 'tiktok-connector-client';
import { useChange } from '../../api/mutations.js';
import { useText } from '../../i18n/use-text.js';
import { AskFirst } from '../../ui/ask-first.js';
import { MESSAGES } from './operate.messages.js';
import { REPLAYABLE, toEventQuery, type EventFilter } from './webhook-filter.js';
import { WEBHOOK_MESSAGES } from './webhooks.messages.js';

/** Replays the events that the filter shows, by default the failed ones, after a question. */
export function ReplayFiltered({ filter, icon }: { filter: EventFilter; icon: ReactNode }) {
  const text = useText(WEBHOOK_MESSAGES);
  const shared = useText(MESSAGES);
  const [isAsking, asking] = useDisclosure();
  const { status, ...others } = filter;
  const replayable = REPLAYABLE.find((one) => one === status);
  // The service replays one status at a time, and failed events are what users mean.
  const chosen = replayable ?? 'failed';
  const isPossible = status === undefined || replayable !== undefined;
  const replay = useChange((connector, body: ReplayEventsDto) => replayAll(connector, body), {
    changes: [['webhooks', 'events']],
  });
  const run = () =>
    replay.mutate(
      { ...toEventQuery(others), status: chosen },
      {
        onSuccess: ({ replayed }) =>
          notifications.show({ color: 'green', message: text('replayDone', { count: replayed }) }),
      },
    );
  return (
    <>
      <Tooltip label={text('notReplayable')} disabled={isPossible} multiline maw={280}>
        <Button
          variant="light"
          leftSection={icon}
          loading={replay.isPending}
          data-disabled={!isPossible || undefined}
          aria-disabled={!isPossible}
          onClick={() => isPossible && asking.open()}
        >
          {text(replayable ? 'replayShown' : 'replayFailed')}
        </Button>
      </Tooltip>
      <AskFirst
        opened={isAsking}
        close={asking.close}
        title={text('replayTitle')}
        detail={text('replayDetail', { status: text(chosen) })}
        confirm={text('replay')}
        cancel={shared('cancel')}
        color="brand"
        run={run}
      />
    </>
  );
}

/** A call replays up to 1,000 events, and says where the next one continues. */
async function replayAll(connector: Connector, body: ReplayEventsDto) {
  let replayed = 0;
  let cursor: string | null = null;
  for (;;) {
    const call: ReturnType<typeof replayPage> = replayPage(connector, body, cursor);
    const { response } = await call;
    const page = await answer(call);
    replayed += page.replayed;
    cursor = page.nextCursor;
    if (cursor === null) return { data: { replayed }, response };
  }
}

function replayPage(connector: Connector, body: ReplayEventsDto, cursor: string | null) {
  return connector.POST('/api/webhooks/events/replay', {
    body: { ...body, ...(cursor !== null && { cursor }) },
  });
}
