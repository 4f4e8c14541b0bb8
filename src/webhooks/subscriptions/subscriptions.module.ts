import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { NotificationsModule } from '../../notifications/index.js';
import { AccountSubscriptions } from './account-subscriptions.js';
import { StandingNotices } from './standing-notices.js';
import { WebhookCheckWorker } from './webhook-check.worker.js';
import { WebhookChecksStore } from './webhook-checks.store.js';

/** Where TikTok sends the events of Business accounts. */
@Module({
  imports: [IntegrationsModule, NotificationsModule],
  providers: [AccountSubscriptions, StandingNotices, WebhookCheckWorker, WebhookChecksStore],
})
export class SubscriptionsModule {}
