import { Accordion, Badge, Group, Stack, Text } from '@mantine/core';
import { IconFilterOff, IconWebhook } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import type { WebhookEventView } from 'tiktok-connector-client';
import { useList } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { Empty } from '../../ui/states.js';
import { Time } from '../../ui/time.js';
import { Listed } from '../../ui/listed.js';
import { MESSAGES } from './operate.messages.js';
import { EventDetails } from './webhook-details.js';
import { toEventQuery } from './webhook-filter.js';
import { WebhookFilters } from './webhook-filters.js';
import { WEBHOOK_MESSAGES } from './webhooks.messages.js';

export const EVENTS = ['webhooks', 'events'];
const COLORS = {
  received: 'blue',
  processed: 'green',
  ignored: 'gray',
  failed: 'red',
  quarantined: 'orange',
};

/** What TikTok has sent to the service, with its decoded content. Ignored and failed events can be replayed. */
export function WebhooksTab() {
  const text = useText(WEBHOOK_MESSAGES);
  const shared = useText(MESSAGES);
  const filter = useSearch({ from: '/operate/webhooks' });
  const query = toEventQuery(filter);
  const list = useList([...EVENTS, query], (connector, cursor, signal) =>
    connector.GET('/api/webhooks/events', {
      params: { query: { ...query, limit: 50, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Stack>
      <WebhookFilters filter={filter} />
      <Listed
        list={list}
        empty={
          isFiltered ? (
            <Empty icon={IconFilterOff} title={shared('noMatch')} detail={shared('noMatchDetail')} />
          ) : (
            <Empty icon={IconWebhook} title={text('none')} detail={text('noneDetail')} />
          )
        }
      >
        {(events) => (
          <Accordion variant="contained">
            {events.map((event) => (
              <Accordion.Item key={event.id} value={event.id}>
                <Accordion.Control>
                  <EventLine event={event} />
                </Accordion.Control>
                <Accordion.Panel keepMounted={false}>
                  <EventDetails event={event} />
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        )}
      </Listed>
    </Stack>
  );
}

function EventLine({ event: { event, status, late, receivedAt, failure } }: { event: WebhookEventView }) {
  const text = useText(WEBHOOK_MESSAGES);
  return (
    <Group justify="space-between" gap="xs" pr="sm">
      <Stack gap={2} miw={0}>
        <Group gap="xs">
          <Text ff="monospace" size="sm">
            {event ?? text('noName')}
          </Text>
          <Badge size="sm" variant="light" color={COLORS[status]}>
            {text(status)}
          </Badge>
          {late && (
            <Badge size="sm" variant="light" color="yellow" title={text('lateDetail')}>
              {text('late')}
            </Badge>
          )}
        </Group>
        {failure !== null && (
          <Text size="xs" c="dimmed" lineClamp={1}>
            {failure}
          </Text>
        )}
      </Stack>
      <Text size="sm" c="dimmed">
        <Time at={receivedAt} />
      </Text>
    </Group>
  );
}
