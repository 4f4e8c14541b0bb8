import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconReload } from '@tabler/icons-react';
import type { WebhookEventView } from 'tiktok-connector-client';
import { useChange } from '../../api/mutations.js';
import { useText } from '../../i18n/use-text.js';
import { Time } from '../../ui/time.js';
import { Fields } from './webhook-fields.js';
import { EventHeaders } from './webhook-headers.js';
import { REPLAYABLE } from './webhook-filter.js';
import { WEBHOOK_MESSAGES } from './webhooks.messages.js';

/** An event in full: its times, why it failed, what TikTok sent, and with which headers. */
export function EventDetails({ event }: { event: WebhookEventView }) {
  const text = useText(WEBHOOK_MESSAGES);
  const { id, status, content, eventTime, receivedAt, processedAt, failure } = event;
  const replay = useChange(
    (connector, eventId: string) =>
      connector.POST('/api/webhooks/events/{eventId}/replay', { params: { path: { eventId } } }),
    { changes: [['webhooks', 'events']], done: text('replayed') },
  );
  const times = [
    ['happened', eventTime],
    ['arrived', receivedAt],
    ['handled', processedAt],
  ] as const;
  return (
    <Stack gap="sm">
      {failure !== null && <Alert color={status === 'failed' ? 'red' : 'gray'}>{failure}</Alert>}
      <Group gap="xl">
        {times.map(([name, at]) => (
          <div key={name}>
            <Text size="xs" c="dimmed">
              {text(name)}
            </Text>
            <Text size="sm">{at === null ? text('notYet') : <Time at={at} />}</Text>
          </div>
        ))}
      </Group>
      <Text size="xs" c="dimmed">
        {text('content')}
      </Text>
      <Fields fields={content} />
      <EventHeaders eventId={id} />
      {REPLAYABLE.some((one) => one === status) && (
        <Group>
          <Button
            size="xs"
            variant="light"
            leftSection={<IconReload size={16} />}
            loading={replay.isPending}
            onClick={() => replay.mutate(id)}
          >
            {text('replay')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
