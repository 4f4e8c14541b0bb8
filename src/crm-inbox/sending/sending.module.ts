import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { DirectModule } from '../direct/direct.module.js';
import { InboxStoreModule } from '../store/inbox-store.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { DirectDeliverer } from './direct-deliverer.js';
import { DirectMessagesController } from './direct-messages.controller.js';
import { DirectMessages } from './direct-messages.service.js';
import { DirectTargets } from './direct-target.js';
import { MessageAccounts } from './message-account.js';
import { MessageImages } from './message-images.js';

/** Sends direct messages. */
@Module({
  imports: [DirectModule, InboxStoreModule, IntegrationsModule, OutboxModule],
  controllers: [DirectMessagesController],
  providers: [DirectDeliverer, DirectMessages, DirectTargets, MessageAccounts, MessageImages],
  exports: [DirectMessages],
})
export class SendingModule {}
