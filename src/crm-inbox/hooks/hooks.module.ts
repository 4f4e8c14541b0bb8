import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../../integrations/index.js';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { InboxStoreModule } from '../store/inbox-store.module.js';
import { FanOut } from './fan-out.js';
import { HookBodies } from './hook-bodies.js';
import { HookJanitor } from './hook-janitor.js';
import { HookSender } from './hook-sender.js';
import { CrmWebhookDelivery } from './webhook-delivery.entity.js';
import { CrmWebhook } from './webhook.entity.js';
import { CrmWebhooksController } from './webhooks.controller.js';
import { CrmWebhooksService } from './webhooks.service.js';

/** Signed webhooks by which another CRM follows the inbox. */
@Module({
  imports: [
    ConversationsModule,
    InboxStoreModule,
    IntegrationsModule,
    TypeOrmModule.forFeature([CrmWebhook, CrmWebhookDelivery]),
  ],
  controllers: [CrmWebhooksController],
  providers: [CrmWebhooksService, FanOut, HookBodies, HookJanitor, HookSender],
})
export class HooksModule {}
