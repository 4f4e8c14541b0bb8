import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../integrations/index.js';
import { Conversation } from './conversation.entity.js';
import { DirectIntake } from './direct/direct-intake.js';
import { DirectPoll } from './direct/direct-poll.js';
import { FactIntake } from './fact-intake.js';
import { InboxIntake } from './inbox-intake.js';
import { InboxLifecycle } from './inbox.lifecycle.js';
import { InboxController } from './inbox.controller.js';
import { InboxService } from './inbox.service.js';
import { Message } from './message.entity.js';
import { ConversationWriter } from './store/conversation-writer.js';
import { ConversationChanges } from './stream/conversation-changes.js';

@Module({
  imports: [IntegrationsModule, TypeOrmModule.forFeature([Conversation, Message])],
  controllers: [InboxController],
  providers: [
    ConversationChanges,
    ConversationWriter,
    DirectIntake,
    DirectPoll,
    FactIntake,
    InboxIntake,
    InboxLifecycle,
    InboxService,
  ],
  exports: [ConversationWriter, DirectIntake, DirectPoll, InboxIntake],
})
export class CrmInboxModule {}
