import { Text } from '@mantine/core';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { Answered } from '../../ui/states.js';
import { Fields } from './webhook-fields.js';
import { WEBHOOK_MESSAGES } from './webhooks.messages.js';

/** The headers of a delivery, with the log id for TikTok's support. The list of events does not have them. */
export function EventHeaders({ eventId }: { eventId: string }) {
  const text = useText(WEBHOOK_MESSAGES);
  const event = useAnswer(['webhooks', 'event', eventId], (connector, signal) =>
    connector.GET('/api/webhooks/events/{eventId}', { params: { path: { eventId } }, signal }),
  );
  return (
    <>
      <Text size="xs" c="dimmed">
        {text('headers')}
      </Text>
      <Answered query={event} rows={2}>
        {({ headers }) =>
          headers === null ? <Text size="sm">{text('noHeaders')}</Text> : <Fields fields={headers} />
        }
      </Answered>
    </>
  );
}
