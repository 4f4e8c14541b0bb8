import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { endOfMoment, startOfMoment } from '../common/index.js';
import type { WebhookEventFilter } from './dto/webhook-events.query.js';
import { WebhookEvent, type WebhookStatus } from './webhook-event.entity.js';

export interface EventFilter extends WebhookEventFilter {
  status?: WebhookStatus;
  late?: boolean;
  /** Only events before this one, in the order of the list. */
  before?: string;
}

const FILTERS = [
  ['event', 'e.event = :event'],
  ['status', 'e.status = :status'],
  ['late', 'e.late = :late'],
  ['before', 'e.id < :before'],
] as const;

/** Selects events of the organisation's accounts, newest first. */
export function eventsOf(
  em: EntityManager,
  organisationId: string,
  filter: EventFilter,
): SelectQueryBuilder<WebhookEvent> {
  const { integrationId = null } = filter;
  const query = em
    .getRepository(WebhookEvent)
    .createQueryBuilder('e')
    .where(
      `e.id IN (SELECT event_id FROM webhook_receipts WHERE organisation_id = :org
         AND (integration_id = :integrationId OR :integrationId::uuid IS NULL))`,
      { org: organisationId, integrationId },
    )
    .orderBy('e.id', 'DESC');
  for (const [name, condition] of FILTERS)
    if (filter[name] !== undefined) query.andWhere(condition, { [name]: filter[name] });
  if (filter.from) query.andWhere('e.received_at >= :from', { from: startOfMoment(filter.from) });
  if (filter.to) query.andWhere('e.received_at < :to', { to: endOfMoment(filter.to) });
  return query;
}
