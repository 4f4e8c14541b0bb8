import { Injectable } from '@nestjs/common';
import {
  cutText,
  decodeCursor,
  isId,
  NotFoundError,
  toPage,
  type Page,
  type PageQuery,
} from '../common/index.js';
import { OrgContext, SystemContext } from '../database/index.js';
import { Jobs } from '../jobs/index.js';
import { toEventView, WebhookEventView } from './dto/webhook-event.view.js';
import { WEBHOOK_WORK } from './webhook-dispatcher.js';
import { WebhookEvent } from './webhook-event.entity.js';

const REPLAY = `
  UPDATE webhook_events SET status = 'received', failure = NULL, processed_at = NULL, due_at = now(), attempts = 0,
    last_error = NULL
  WHERE id = $1`;

@Injectable()
export class WebhookEventsService {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
    private readonly jobs: Jobs,
  ) {}

  /** Events that concern the organisation's accounts, newest first. */
  list({ limit, cursor }: PageQuery): Promise<Page<WebhookEventView>> {
    const [before] = decodeCursor(cursor, ['id']) ?? [];
    return this.orgContext.transaction(async (em) => {
      const query = em
        .getRepository(WebhookEvent)
        .createQueryBuilder('e')
        .where('e.id IN (SELECT event_id FROM webhook_receipts WHERE organisation_id = :org)', {
          org: this.orgContext.organisationId,
        })
        .orderBy('e.id', 'DESC')
        .limit(limit + 1);
      if (before) query.andWhere('e.id < :before', { before });
      return toPage(await query.getMany(), limit, (row) => [row.id], toEventView);
    });
  }

  /**
   * Hands an event on again, at once, with all its attempts before it. Handlers do not mind an event twice.
   * @throws NotFoundError when the organisation has no such event
   */
  async replay(id: string): Promise<WebhookEventView> {
    const seen = isId(id) && (await this.isSeen(id));
    if (!seen) throw new NotFoundError('unknown_event', `There is no webhook event ${cutText(id, 60)}.`);
    const replayed = await this.system.transaction('replay a webhook', async (em) => {
      await em.query(REPLAY, [id]);
      return await em.getRepository(WebhookEvent).findOneByOrFail({ id });
    });
    await this.jobs.wake(WEBHOOK_WORK, id);
    return toEventView(replayed);
  }

  private isSeen(id: string): Promise<boolean> {
    return this.orgContext.transaction((em) => em.getRepository(WebhookEvent).existsBy({ id }));
  }
}
