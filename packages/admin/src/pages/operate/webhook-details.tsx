import { Alert, Button, Code, Group, Stack, Table, Text } from '@mantine/core';
import { IconReload } from '@tabler/icons-react';
import type { WebhookEventView } from 'tiktok-connector-client';
import { useChange } from '../../api/mutations.js';
import { useText } from '../../i18n/use-text.js';
import { Time } from '../../ui/time.js';
import { REPLAYABLE } from './webhook-filter.js';
import { WEBHOOK_MESSAGES } from './webhooks.messages.js';

/** An event in full: its times, why it failed, and what TikTok sent. */
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
      <Content content={content} />
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

/** One line for each field. What is nested stays JSON. */
function Content({ content }: { content: Record<string, unknown> }) {
  return (
    <Table.ScrollContainer minWidth={0}>
      <Table withTableBorder layout="auto">
        <Table.Tbody>
          {Object.entries(content).map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th fw={500} w="1%" style={{ whiteSpace: 'nowrap' }}>
                {name}
              </Table.Th>
              <Table.Td>
                {typeof value === 'object' && value !== null ? (
                  <Code block>{JSON.stringify(value, null, 2)}</Code>
                ) : (
                  <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                    {String(value)}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
