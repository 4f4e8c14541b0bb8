import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IntegrationHooks } from '../integrations/index.js';

// An event is deleted with its last receipt.
const PURGE = `
  WITH gone AS (DELETE FROM webhook_receipts WHERE integration_id = $1 RETURNING event_id)
  SELECT DISTINCT event_id FROM gone`;
const ORPHANS = `
  DELETE FROM webhook_events e WHERE e.id = ANY($1)
    AND NOT EXISTS (SELECT FROM webhook_receipts r WHERE r.event_id = e.id)`;

/** Deletes the events of an integration with it. */
@Injectable()
export class WebhookLifecycle implements OnModuleInit {
  constructor(private readonly hooks: IntegrationHooks) {}

  onModuleInit(): void {
    this.hooks.register({
      purge: async (em, integrationId) => {
        const rows = await em.query<{ event_id: string }[]>(PURGE, [integrationId]);
        await em.query(ORPHANS, [rows.map((row) => row.event_id)]);
      },
    });
  }
}
