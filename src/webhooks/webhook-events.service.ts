import { Injectable } from '@nestjs/common';
import {
  cutText,
  decodeCursor,
  endOfMoment,
  isId,
  NotFoundError,
  startOfMoment,
  toPage,
  type Page,
} from '../common/index.js';
import { OrgContext, SystemContext } from '../database/index.js';
import { Jobs } from '../jobs/index.js';
import { toEventView, WebhookEventView } from './dto/webhook-event.view.js';
import type { WebhookEventsQuery } from './dto/webhook-events.query.js';
import { WebhookEvent } from './webhook-event.entity.js';

const REPLAY = `
  UPDATE webhook_events SET status = 'received', failure = NULL, processed_at = NULL, due_at = now(), attempts = 0,
    last_error = NULL
  WHERE id = $1`;

const FILTERS = [
  ['event', 'e.event = :event'],
  ['status', 'e.status = :status'],
  ['late', 'e.late = :late'],
] as const;

@Injectable()
export class WebhookEventsService {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
    private readonly jobs: Jobs,
  ) {}

  /** Lists events of the organisation's accounts, newest first. */
  list(asked: WebhookEventsQuery): Promise<Page<WebhookEventView>> {
    const { limit, cursor, integrationId = null } = asked;
    const [before] = decodeCursor(cursor, ['id']) ?? [];
    return this.orgContext.transaction(async (em) => {
      const query = em
        .getRepository(WebhookEvent)
        .createQueryBuilder('e')
        .where(
          `e.id IN (SELECT event_id FROM webhook_receipts WHERE organisation_id = :org
             AND (integration_id = :integrationId OR :integrationId::uuid IS NULL))`,
          { org: this.orgContext.organisationId, integrationId },
        )
        .orderBy('e.id', 'DESC')
        .limit(limit + 1);
      if (before) query.andWhere('e.id < :before', { before });
      for (const [name, condition] of FILTERS)
        if (asked[name] !== undefined) query.andWhere(condition, { [name]: asked[name] });
      if (asked.from) query.andWhere('e.received_at >= :from', { from: startOfMoment(asked.from) });
      if (asked.to) query.andWhere('e.received_at < :to', { to: endOfMoment(asked.to) });
      return toPage(await query.getMany(), limit, (row) => [row.id], toEventView);
    });
  }

  /** @throws NotFoundError when the organisation has no such event */
  async get(id: string): Promise<WebhookEventView> {
    const found = isId(id)
      ? await this.orgContext.transaction((em) => em.getRepository(WebhookEvent).findOneBy({ id }))
      : null;
    if (!found) throw unknownEvent(id);
    return toEventView(found);
  }

  /**
   * Handles an event again at once, with a new set of attempts. Handlers are idempotent.
   * @throws NotFoundError when the organisation has no such event
   */
  async replay(id: string): Promise<WebhookEventView> {
    const visible = isId(id) && (await this.isVisible(id));
    if (!visible) throw unknownEvent(id);
    const replayed = await this.system.transaction('replay a webhook', async (em) => {
      await em.query(REPLAY, [id]);
      return await em.getRepository(WebhookEvent).findOneByOrFail({ id });
    });
    await this.jobs.wake('webhook', id);
    return toEventView(replayed);
  }

  private isVisible(id: string): Promise<boolean> {
    return this.orgContext.transaction((em) => em.getRepository(WebhookEvent).existsBy({ id }));
  }
}

function unknownEvent(id: string): NotFoundError {
  return new NotFoundError(
    'unknown_event',
    `No webhook event ${cutText(id, 60)} in this organisation. List them with GET /api/webhooks/events.`,
  );
}
