import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdsModule } from '../ads/index.js';
import { AdsWebhooksController } from './ads/ads-webhooks.controller.js';
import { CrmInboxModule } from '../crm-inbox/index.js';
import { ChecksModule } from './checks/checks.module.js';
import { DispatchModule } from './dispatch.module.js';
import { EventViews } from './event-views.js';
import { IntakeModule } from './intake/intake.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { WebhookEvent } from './webhook-event.entity.js';
import { WebhookEventsService } from './webhook-events.service.js';
import { WebhookReplayService } from './webhook-replay.service.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  imports: [
    AdsModule,
    ChecksModule,
    CrmInboxModule,
    DispatchModule,
    IntakeModule,
    RetentionModule,
    TypeOrmModule.forFeature([WebhookEvent]),
  ],
  controllers: [AdsWebhooksController, WebhooksController],
  providers: [EventViews, WebhookEventsService, WebhookReplayService],
})
export class WebhooksModule {}
