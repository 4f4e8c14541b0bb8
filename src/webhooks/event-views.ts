import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AdAccountOwners } from '../ads/index.js';
import { advertisersOf, parseWebhookContent } from '../tiktok/index.js';
import { toEventView, type WebhookEventView } from './dto/webhook-event.view.js';
import { namesSeveral } from './own-content.js';
import type { WebhookEvent } from './webhook-event.entity.js';

/** Shows events to an organisation, without what they say about ad accounts of others. */
@Injectable()
export class EventViews {
  constructor(private readonly adAccounts: AdAccountOwners) {}

  /** @param em of an OrgContext transaction. @returns how to show each of the events */
  async of(
    em: EntityManager,
    rows: readonly WebhookEvent[],
  ): Promise<(row: WebhookEvent) => WebhookEventView> {
    const named = rows.flatMap(({ event, content }) => {
      if (!event?.startsWith('ads.')) return [];
      const parsed = parseWebhookContent(content ?? '');
      return namesSeveral(parsed) ? advertisersOf(parsed) : [];
    });
    const own = await this.adAccounts.own(em, [...new Set(named)]);
    return (row) => toEventView(row, own);
  }
}
