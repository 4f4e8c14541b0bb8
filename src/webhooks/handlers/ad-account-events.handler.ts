import { Injectable } from '@nestjs/common';
import { FatigueNotices, HealthWakes } from '../../ads/index.js';
import type { IntegrationRef } from '../../integrations/index.js';
import { FigureRefresh } from '../../sync/index.js';
import { advertisersOf, fatigueEvents } from '../../tiktok/index.js';
import type { IncomingEvent } from '../incoming-event.js';
import { OnWebhook, type Handled } from '../on-webhook.js';

const UNNAMED: Handled = { kind: 'unused', reason: 'The event names no ad account.' };
const FOREIGN: Handled = { kind: 'unused', reason: 'No organisation uses the ad account.' };

/** Reacts to what TikTok reports about ad accounts: it looks at the account, and does not believe the report. */
@Injectable()
export class AdAccountEventsHandler {
  constructor(
    private readonly health: HealthWakes,
    private readonly fatigue: FatigueNotices,
    private readonly figures: FigureRefresh,
  ) {}

  @OnWebhook('ads.account_suspension')
  async suspended({ content }: IncomingEvent, recipients: readonly IntegrationRef[]): Promise<Handled> {
    const accountIds = advertisersOf(content);
    if (accountIds.length === 0) return UNNAMED;
    if (recipients.length === 0) return FOREIGN;
    await this.health.wake(accountIds);
    return { kind: 'done' };
  }

  /** The ads may serve badly already, so the account is checked, too. */
  @OnWebhook('ads.creative_fatigue')
  async tired(
    { content, eventTime }: IncomingEvent,
    recipients: readonly IntegrationRef[],
  ): Promise<Handled> {
    const events = fatigueEvents(content, eventTime);
    if (events.length === 0) return UNNAMED;
    if (recipients.length === 0) return FOREIGN;
    const organisations = new Set(recipients.map(({ organisationId }) => organisationId));
    for (const organisationId of organisations)
      for (const event of events) await this.fatigue.report(organisationId, event);
    await this.health.wake(events.map(({ advertiserId }) => advertiserId));
    return { kind: 'done' };
  }

  @OnWebhook('ads.report_data_change')
  async figuresChanged(
    { content, receivedAt }: IncomingEvent,
    recipients: readonly IntegrationRef[],
  ): Promise<Handled> {
    if (advertisersOf(content).length === 0) return UNNAMED;
    if (recipients.length === 0) return FOREIGN;
    for (const recipient of recipients) await this.figures.refresh(recipient, receivedAt);
    return { kind: 'done' };
  }
}
