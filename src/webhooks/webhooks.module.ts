import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdsModule } from '../ads/index.js';
import { ContentModule } from '../content/index.js';
import { CrmInboxModule } from '../crm-inbox/index.js';
import { IntegrationsModule } from '../integrations/index.js';
import { SyncModule } from '../sync/index.js';
import { AdsWebhooksController } from './ads/ads-webhooks.controller.js';
import { EventReceipts } from './event-receipts.js';
import { ErasedContacts } from './erased-contacts.js';
import { EventRecipients } from './event-recipients.js';
import { AdAccountEventsHandler } from './handlers/ad-account-events.handler.js';
import { AdsEventsHandler } from './handlers/ads-events.handler.js';
import { AuthorizationEventsHandler } from './handlers/authorization-events.handler.js';
import { CommentEventsHandler } from './handlers/comment-events.handler.js';
import { MessageEventsHandler } from './handlers/message-events.handler.js';
import { PostEventsHandler } from './handlers/post-events.handler.js';
import { ServiceEventsHandler } from './handlers/service-events.handler.js';
import { ChecksModule } from './checks/checks.module.js';
import { WebhookHandlers } from './on-webhook.js';
import { WebhookApps } from './intake/webhook-apps.js';
import { WebhookDispatcher } from './webhook-dispatcher.js';
import { WebhookEvent } from './webhook-event.entity.js';
import { WebhookEventsService } from './webhook-events.service.js';
import { WebhookIntake } from './intake/webhook-intake.js';
import { WebhookStore } from './intake/webhook-store.js';
import { WebhookVerifier } from './intake/webhook-verifier.js';
import { WebhookJanitor } from './webhook-janitor.js';
import { WebhookQuarantine } from './webhook-quarantine.js';
import { WebhookLifecycle } from './webhook.lifecycle.js';
import { WebhookReceiver } from './webhook-receiver.js';
import { WebhookReplayService } from './webhook-replay.service.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  imports: [
    AdsModule,
    ContentModule,
    CrmInboxModule,
    IntegrationsModule,
    ChecksModule,
    SyncModule,
    TypeOrmModule.forFeature([WebhookEvent]),
  ],
  controllers: [AdsWebhooksController, WebhooksController],
  providers: [
    AdAccountEventsHandler,
    AdsEventsHandler,
    AuthorizationEventsHandler,
    CommentEventsHandler,
    MessageEventsHandler,
    EventReceipts,
    ErasedContacts,
    EventRecipients,
    PostEventsHandler,
    ServiceEventsHandler,
    WebhookApps,
    WebhookDispatcher,
    WebhookEventsService,
    WebhookHandlers,
    WebhookIntake,
    WebhookJanitor,
    WebhookLifecycle,
    WebhookQuarantine,
    WebhookReceiver,
    WebhookReplayService,
    WebhookStore,
    WebhookVerifier,
  ],
})
export class WebhooksModule {}
