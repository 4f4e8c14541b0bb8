import { Injectable } from '@nestjs/common';
import { Clock, decodeCursor, isId, toPage, type Page } from '../common/index.js';
import { OrgContext } from '../database/index.js';
import type { EventCountsView, EventCountView } from './dto/event-counts.dto.js';
import type { WebhookEventDetailView, WebhookEventView } from './dto/webhook-event.view.js';
import type { WebhookEventsQuery } from './dto/webhook-events.query.js';
import { EventViews } from './event-views.js';
import { eventsOf } from './events-of.js';
import { handledBy } from './on-webhook.js';
import { unknownEvent } from './unknown-event.js';
import { WebhookEvent } from './webhook-event.entity.js';

const SECONDS_PER_DAY = 86_400;

@Injectable()
export class WebhookEventsService {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly views: EventViews,
    private readonly clock: Clock,
  ) {}

  /** Lists events of the organisation's accounts, newest first. */
  list({ limit, cursor, ...filter }: WebhookEventsQuery): Promise<Page<WebhookEventView>> {
    const [before] = decodeCursor(cursor, ['id']) ?? [];
    return this.orgContext.transaction(async (em) => {
      const query = eventsOf(em, this.orgContext.organisationId, { ...filter, before }).limit(limit + 1);
      const rows = await query.getMany();
      return toPage(rows, limit, (row) => [row.id], await this.views.of(em, rows));
    });
  }

  /** Counts events of the organisation's accounts by name and status, also those that this version does not use. */
  async counts(days: number): Promise<EventCountsView> {
    const from = this.clock.inSeconds(-days * SECONDS_PER_DAY).toISOString();
    const counts = await this.orgContext.transaction((em) =>
      eventsOf(em, this.orgContext.organisationId, { from })
        .select('e.event', 'event')
        .addSelect('e.status', 'status')
        .addSelect('count(*)::int', 'count')
        .addSelect('max(e.received_at)', 'latestAt')
        .groupBy('e.event')
        .addGroupBy('e.status')
        .orderBy('count(*)', 'DESC')
        .addOrderBy('e.event')
        .addOrderBy('e.status')
        .getRawMany<Omit<EventCountView, 'known'>>(),
    );
    return {
      counts: counts.map((one) => Object.assign(one, { known: handledBy(one.event ?? '') !== undefined })),
    };
  }

  /** @throws NotFoundError when the organisation has no such event */
  async get(id: string): Promise<WebhookEventDetailView> {
    const view = isId(id)
      ? await this.orgContext.transaction(async (em) => {
          const found = await em.getRepository(WebhookEvent).findOneBy({ id });
          if (!found) return null;
          const viewOf = await this.views.of(em, [found]);
          return { ...viewOf(found), headers: found.headers };
        })
      : null;
    if (!view) throw unknownEvent(id);
    return view;
  }
}
