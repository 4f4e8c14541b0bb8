import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { NotificationsModule } from '../../notifications/index.js';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.js';
import { WatchdogModule } from '../watchdog/watchdog.module.js';
import { StandingNotices } from './standing-notices.js';
import { WebhookCheckWorker } from './webhook-check.worker.js';
import { WebhookChecksStore } from './webhook-checks.store.js';

/** Regular checks of webhooks: where TikTok sends them, and whether they arrive. */
@Module({
  imports: [IntegrationsModule, NotificationsModule, SubscriptionsModule, WatchdogModule],
  providers: [StandingNotices, WebhookCheckWorker, WebhookChecksStore],
})
export class ChecksModule {}
