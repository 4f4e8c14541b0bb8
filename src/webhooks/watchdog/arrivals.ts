import { Injectable } from '@nestjs/common';
import { firstIdOf } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import type { Watch } from './watches.store.js';
import { FAMILY_FACTS } from './watched-family.js';

// Ids of events begin with their time, and the key of receipts with the organisation and that id. The receipts lead, and only
// so many: an account may have millions of events without one of the family. OFFSET keeps PostgreSQL from turning it round.
export const LATEST = `
  SELECT e.received_at AS at
  FROM (
    SELECT event_id FROM webhook_receipts
    WHERE organisation_id = $1 AND integration_id = $2 AND event_id >= $3::uuid
    ORDER BY event_id DESC LIMIT 20000
  ) AS r
  CROSS JOIN LATERAL (SELECT received_at, event FROM webhook_events WHERE id = r.event_id OFFSET 0) AS e
  WHERE starts_with(e.event, $4)
  ORDER BY r.event_id DESC LIMIT 1`;

/** Finds webhooks that have arrived for an integration. */
@Injectable()
export class Arrivals {
  constructor(private readonly system: SystemContext) {}

  /** @returns when the latest one of the family arrived, if it was not before `from`, nor before 20,000 other ones */
  async latest({ organisationId, integrationId, family }: Watch, from: Date): Promise<Date | null> {
    const { events } = FAMILY_FACTS[family];
    const parameters = [organisationId, integrationId, firstIdOf(from), events];
    const [row] = await this.system.statement<{ at: Date }>('latest webhook of a family', LATEST, parameters);
    return row?.at ?? null;
  }
}
