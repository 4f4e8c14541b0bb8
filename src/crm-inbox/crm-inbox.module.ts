import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../integrations/index.js';
import { Conversation } from './conversation.entity.js';
import { HooksModule } from './hooks/hooks.module.js';
import { InboxRecordsModule } from './inbox-records.module.js';
import { OutboxModule } from './outbox/outbox.module.js';
import { RepliesModule } from './replies/replies.module.js';
import { FactIntake } from './fact-intake.js';
import { InboxIntake } from './inbox-intake.js';
import { InboxLifecycle } from './inbox.lifecycle.js';
import { InboxController } from './inbox.controller.js';
import { InboxService } from './inbox.service.js';
import { Message } from './message.entity.js';

@Module({
  imports: [
    HooksModule,
    InboxRecordsModule,
    IntegrationsModule,
    OutboxModule,
    RepliesModule,
    TypeOrmModule.forFeature([Conversation, Message]),
  ],
  controllers: [InboxController],
  providers: [FactIntake, InboxIntake, InboxLifecycle, InboxService],
  exports: [InboxIntake, InboxRecordsModule],
})
export class CrmInboxModule {}
