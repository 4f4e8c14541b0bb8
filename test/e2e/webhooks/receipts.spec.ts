import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { IntegrationRef } from '../../../src/integrations/index.js';
import { EventReceipts } from '../../../src/webhooks/event-receipts.js';
import { useConnector } from '../../support/connector.js';
import { deliver, delivery, settledEvents } from '../../support/given/webhook-deliveries.js';

const connector = useConnector({ webhooks: false });

it('shows the other events of a group although the integration of one was purged', async () => {
  const { organisationId, integrationId, api } = await connector().tenant();
  const event = `video.${randomUUID()}`;
  for (let n = 0; n < 4; n += 1) await deliver(connector().anonymous, delivery({ event }));
  const rows = await connector().database.query<{ id: string }>(
    'SELECT id FROM webhook_events WHERE event = $1',
    [event],
  );
  const receipts = connector().app.get(EventReceipts);

  const shown = await Promise.allSettled(
    rows.map(({ id }, at) =>
      receipts.show(id, [{ id: at === 1 ? randomUUID() : integrationId, organisationId } as IntegrationRef]),
    ),
  );
  expect(shown.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(await settledEvents(api, event)).toHaveLength(3);
});
