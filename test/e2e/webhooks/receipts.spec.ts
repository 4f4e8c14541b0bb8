import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { EventReceipts } from '../../../src/webhooks/event-receipts.js';
import { useConnector } from '../../support/connector.js';
import { deliver, delivery, settledEvents } from '../../support/given/webhook-deliveries.js';

const connector = useConnector({ webhooks: false });

it('shows the other events of a group although one of them was deleted', async () => {
  const { organisationId, integrationId, api } = await connector().tenant();
  const event = `video.${randomUUID()}`;
  for (let n = 0; n < 3; n += 1) await deliver(connector().anonymous, delivery({ event }));
  const ids = (
    await connector().database.query<{ id: string }>('SELECT id FROM webhook_events WHERE event = $1', [
      event,
    ])
  ).map(({ id }) => id);
  const receipts = connector().app.get(EventReceipts);
  const recipients = [{ id: integrationId, organisationId }] as Parameters<EventReceipts['show']>[1];

  const shown = await Promise.allSettled(
    [ids[0], randomUUID(), ids[1], ids[2]].map((id) => receipts.show(id ?? '', recipients)),
  );
  expect(shown.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(await settledEvents(api, event)).toHaveLength(3);
});
