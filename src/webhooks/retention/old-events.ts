import { Injectable } from '@nestjs/common';
import { SystemContext } from '../../database/index.js';
import type { WebhookStatus } from '../webhook-event.entity.js';

// Short statements, so that they hold back neither the intake nor the dispatch.
const BATCH = 1_000;

const PAGE = `
  SELECT id, received_at::text AS "receivedAt" FROM webhook_events
  WHERE tableoid IN ('public.webhook_events_rest'::regclass, 'public.webhook_events_until_2134_04_12'::regclass) AND received_at < $1 AND (received_at, id) > ($2::timestamptz, $3::uuid) AND status = ANY($4)
  ORDER BY received_at, id LIMIT ${BATCH}`;

// What another transaction has locked is left to the next run. So this waits for no purge, and no purge for this.
const DELETE_RECEIPTS = `
  DELETE FROM webhook_receipts WHERE (organisation_id, event_id, integration_id) IN (
    SELECT organisation_id, event_id, integration_id FROM webhook_receipts WHERE event_id = ANY($1::uuid[])
    FOR UPDATE SKIP LOCKED)`;
// A replay may have made it due since it was listed.
const DELETE_EVENTS = `
  DELETE FROM webhook_events WHERE id IN (
    SELECT e.id FROM webhook_events e WHERE e.id = ANY($1::uuid[]) AND e.status = ANY($2)
      AND NOT EXISTS (SELECT FROM webhook_receipts r WHERE r.event_id = e.id)
    FOR UPDATE SKIP LOCKED)
  RETURNING id`;

const START: Place = { receivedAt: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

interface Place {
  receivedAt: string;
  id: string;
}

/** Deletes old events that are in no week, of the rest and of the time ahead, row by row, with what shows them to organisations. */
@Injectable()
export class OldEvents {
  constructor(private readonly system: SystemContext) {}

  /** @returns how many events it has deleted */
  async delete(statuses: readonly WebhookStatus[], before: Date): Promise<number> {
    let deleted = 0;
    let page: Place[] = [];
    do {
      const { receivedAt, id } = page.at(-1) ?? START;
      page = await this.system.statement<Place>('find old webhooks', PAGE, [
        before,
        receivedAt,
        id,
        statuses,
      ]);
      deleted += await this.deleteAll(
        page.map((event) => event.id),
        statuses,
      );
    } while (page.length === BATCH);
    return deleted;
  }

  private async deleteAll(ids: readonly string[], statuses: readonly WebhookStatus[]): Promise<number> {
    if (ids.length === 0) return 0;
    await this.system.statement('delete the receipts of old webhooks', DELETE_RECEIPTS, [ids]);
    const gone = await this.system.statement('delete old webhooks', DELETE_EVENTS, [ids, statuses]);
    return gone.length;
  }
}
