import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../integrations/index.js';
import { Conversation } from './conversation.entity.js';
import { ConversationsModule } from './conversations/conversations.module.js';
import { DirectModule } from './direct/direct.module.js';
import { FactIntake } from './fact-intake.js';
import { HooksModule } from './hooks/hooks.module.js';
import { InboxController } from './inbox.controller.js';
import { InboxIntake } from './inbox-intake.js';
import { InboxLifecycle } from './inbox.lifecycle.js';
import { InboxService } from './inbox.service.js';
import { Message } from './message.entity.js';
import { OutboxModule } from './outbox/outbox.module.js';
import { RepliesModule } from './replies/replies.module.js';
import { SavedRepliesModule } from './saved-replies/saved-replies.module.js';
import { SendingModule } from './sending/sending.module.js';
import { InboxStoreModule } from './store/inbox-store.module.js';

@Module({
  imports: [
    ConversationsModule,
    DirectModule,
    HooksModule,
    InboxStoreModule,
    IntegrationsModule,
    OutboxModule,
    RepliesModule,
    SavedRepliesModule,
    SendingModule,
    TypeOrmModule.forFeature([Conversation, Message]),
  ],
  controllers: [InboxController],
  providers: [FactIntake, InboxIntake, InboxLifecycle, InboxService],
  exports: [ConversationsModule, DirectModule, FactIntake, InboxIntake, InboxStoreModule, RepliesModule],
})
export class CrmInboxModule {}
