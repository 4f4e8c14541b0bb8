import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../integrations/index.js';
import { CommentStore } from './comment-store.js';
import { Conversation } from './conversation.entity.js';
import { InboxIntake } from './inbox-intake.js';
import { InboxLifecycle } from './inbox.lifecycle.js';
import { InboxController } from './inbox.controller.js';
import { InboxService } from './inbox.service.js';
import { Message } from './message.entity.js';

@Module({
  imports: [IntegrationsModule, TypeOrmModule.forFeature([Conversation, Message])],
  controllers: [InboxController],
  providers: [CommentStore, InboxIntake, InboxLifecycle, InboxService],
  exports: [InboxIntake],
})
export class CrmInboxModule {}
