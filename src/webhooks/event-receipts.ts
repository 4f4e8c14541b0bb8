import { Injectable } from '@nestjs/common';
import { Coalescer } from '../common/index.js';
import { SystemContext } from '../database/index.js';
import type { IntegrationRef } from '../integrations/index.js';

const STORE = `
  INSERT INTO webhook_receipts (event_id, organisation_id, integration_id)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[]) ON CONFLICT DO NOTHING`;

const MAX_EVENTS = 100;

interface Receipt {
  eventId: string;
  recipients: IntegrationRef[];
}

/** Shows events to the organisations concerned. Concurrent calls share a statement. */
@Injectable()
export class EventReceipts {
  private readonly shown = new Coalescer((receipts: Receipt[]) => this.store(receipts), MAX_EVENTS);

  constructor(private readonly system: SystemContext) {}

  async show(eventId: string, recipients: IntegrationRef[]): Promise<void> {
    if (recipients.length > 0) await this.shown.add({ eventId, recipients });
  }

  private async store(receipts: Receipt[]): Promise<void[]> {
    const rows = receipts.flatMap(({ eventId, recipients }) =>
      recipients.map(({ id, organisationId }) => ({ eventId, id, organisationId })),
    );
    await this.system.transaction('show webhooks to their organisations', (em) =>
      em.query(STORE, [
        rows.map(({ eventId }) => eventId),
        rows.map(({ organisationId }) => organisationId),
        rows.map(({ id }) => id),
      ]),
    );
    return receipts.map(() => undefined);
  }
}
