import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AdAccountOwners } from '../ads/index.js';
import { ErasedPersons } from '../crm-inbox/index.js';
import { advertisersOf, parseWebhookContent } from '../tiktok/index.js';
import { toErasedEventView, toEventView, type WebhookEventView } from './dto/webhook-event.view.js';
import { possiblePersons } from './erased-event.js';
import { namesSeveral } from './own-content.js';
import type { WebhookEvent } from './webhook-event.entity.js';

type ParsedEvent = Pick<WebhookEvent, 'id' | 'event' | 'userOpenId'> & {
  content: ReturnType<typeof parseWebhookContent>;
};

/**
 * Shows events to an organisation, without what they say about ad accounts of others, or about persons that it has erased:
 * another organisation with the account may keep such an event.
 */
@Injectable()
export class EventViews {
  constructor(
    private readonly adAccounts: AdAccountOwners,
    private readonly erased: ErasedPersons,
  ) {}

  /** @param em of an OrgContext transaction. @returns how to show each of the events */
  async of(
    em: EntityManager,
    rows: readonly WebhookEvent[],
  ): Promise<(row: WebhookEvent) => WebhookEventView> {
    const parsed = rows.map((row) => ({ ...row, content: parseWebhookContent(row.content ?? '') }));
    const named = parsed.flatMap(({ event, content }) =>
      event?.startsWith('ads.') && namesSeveral(content) ? advertisersOf(content) : [],
    );
    const own = await this.adAccounts.own(em, [...new Set(named)]);
    const hidden = await this.aboutErased(em, parsed);
    return (row) => (hidden.has(row.id) ? toErasedEventView(row) : toEventView(row, own));
  }

  private async aboutErased(em: EntityManager, rows: readonly ParsedEvent[]): Promise<ReadonlySet<string>> {
    const named = rows.map((row) => ({ id: row.id, persons: possiblePersons(row) }));
    const erased = await this.erased.among(em, [...new Set(named.flatMap(({ persons }) => persons))]);
    return new Set(named.filter(({ persons }) => persons.some((key) => erased.has(key))).map(({ id }) => id));
  }
}
