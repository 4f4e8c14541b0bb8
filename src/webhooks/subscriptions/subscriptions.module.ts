import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { NotificationsModule } from '../../notifications/index.js';
import { AccountSubscriptions } from './account-subscriptions.js';
import { AdSubscriptions } from './ad-subscriptions.js';
import { AdSubscriptionsStore } from './ad-subscriptions.store.js';
import { AdTokenProbe } from './ad-token-probe.js';
import { AdWebhookAccounts } from './ad-webhook-accounts.js';
import { StandingNotices } from './standing-notices.js';
import { WebhookCheckWorker } from './webhook-check.worker.js';
import { WebhookChecksStore } from './webhook-checks.store.js';

/** Where TikTok sends the events of Business accounts and ad accounts. */
@Module({
  imports: [IntegrationsModule, NotificationsModule],
  providers: [
    AccountSubscriptions,
    AdSubscriptions,
    AdSubscriptionsStore,
    AdTokenProbe,
    AdWebhookAccounts,
    StandingNotices,
    WebhookCheckWorker,
    WebhookChecksStore,
  ],
})
export class SubscriptionsModule {}
