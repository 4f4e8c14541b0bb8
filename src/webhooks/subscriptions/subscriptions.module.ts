import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { AccountSubscriptions } from './account-subscriptions.js';
import { AdSubscriptions } from './ad-subscriptions.js';
import { AdSubscriptionsStore } from './ad-subscriptions.store.js';
import { AdTokenProbe } from './ad-token-probe.js';
import { AdWebhookAccounts } from './ad-webhook-accounts.js';

/** Where TikTok sends the events of Business accounts and ad accounts. */
@Module({
  imports: [IntegrationsModule],
  providers: [AccountSubscriptions, AdSubscriptions, AdSubscriptionsStore, AdTokenProbe, AdWebhookAccounts],
  exports: [AccountSubscriptions, AdSubscriptions],
})
export class SubscriptionsModule {}
