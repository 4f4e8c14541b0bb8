import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, type Page, type PageQuery } from '../common/index.js';
import { OrgContext } from '../database/index.js';
import { toEventView, WebhookEventView } from './dto/webhook-event.view.js';
import { WebhookEvent } from './webhook-event.entity.js';

@Injectable()
export class WebhookEventsService {
  constructor(private readonly orgContext: OrgContext) {}

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
}
