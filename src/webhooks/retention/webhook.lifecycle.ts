import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OnIntegration } from '../../integrations/index.js';

// An event is deleted with its last receipt.
const DELETE_RECEIPTS = `
  WITH gone AS (DELETE FROM webhook_receipts WHERE integration_id = $1 RETURNING event_id)
  SELECT DISTINCT event_id FROM gone`;
const DELETE_ORPHANS = `
  DELETE FROM webhook_events e WHERE e.id = ANY($1)
    AND NOT EXISTS (SELECT FROM webhook_receipts r WHERE r.event_id = e.id)`;

/** Deletes the events of an integration with it. */
@Injectable()
export class WebhookLifecycle {
  @OnIntegration('purge')
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    const rows = await em.query<{ event_id: string }[]>(DELETE_RECEIPTS, [integrationId]);
    await em.query(DELETE_ORPHANS, [rows.map((row) => row.event_id)]);
  }
}
