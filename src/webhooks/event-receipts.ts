import { Injectable } from '@nestjs/common';
import { Coalescer, isRefusedStatement } from '../common/index.js';
import { SystemContext } from '../database/index.js';
import type { IntegrationRef } from '../integrations/index.js';

const STORE = `
  INSERT INTO webhook_receipts (event_id, organisation_id, integration_id)
  SELECT e, o, i FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS r (e, o, i) ON CONFLICT DO NOTHING`;

const MAX_EVENTS = 200;

interface Receipt {
  eventId: string;
  recipients: IntegrationRef[];
}

/**
 * Shows events to the organisations concerned. Concurrent calls share a statement. One that cannot be shown, because a purge
 * has deleted its integration, does not keep the others from it.
 */
@Injectable()
export class EventReceipts {
  private readonly shown = new Coalescer((receipts: Receipt[]) => this.store(receipts), MAX_EVENTS, {
    mayBeOnes: isRefusedStatement,
  });

  constructor(private readonly system: SystemContext) {}

  async show(eventId: string, recipients: IntegrationRef[]): Promise<void> {
    if (recipients.length > 0) await this.shown.add({ eventId, recipients });
  }

  private async store(receipts: Receipt[]): Promise<void[]> {
    const rows = receipts.flatMap(({ eventId, recipients }) =>
      recipients.map(({ id, organisationId }) => ({ eventId, id, organisationId })),
    );
    const parameters = [
      rows.map(({ eventId }) => eventId),
      rows.map(({ organisationId }) => organisationId),
      rows.map(({ id }) => id),
    ];
    // Shown again with the event if the database loses them.
    await this.system.statement('show webhooks to their organisations', STORE, parameters, { lazy: true });
    return receipts.map(() => undefined);
  }
}
