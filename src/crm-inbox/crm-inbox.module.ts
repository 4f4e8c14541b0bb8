import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../integrations/index.js';
import { Conversation } from './conversation.entity.js';
import { DirectModule } from './direct/direct.module.js';
import { HooksModule } from './hooks/hooks.module.js';
import { InboxRecordsModule } from './inbox-records.module.js';
import { OutboxModule } from './outbox/outbox.module.js';
import { RepliesModule } from './replies/replies.module.js';
import { SendingModule } from './sending/sending.module.js';
import { FactIntake } from './fact-intake.js';
import { InboxIntake } from './inbox-intake.js';
import { InboxLifecycle } from './inbox.lifecycle.js';
import { InboxController } from './inbox.controller.js';
import { InboxService } from './inbox.service.js';
import { Message } from './message.entity.js';

@Module({
  imports: [
    DirectModule,
    HooksModule,
    InboxRecordsModule,
    IntegrationsModule,
    OutboxModule,
    RepliesModule,
    SendingModule,
    TypeOrmModule.forFeature([Conversation, Message]),
  ],
  controllers: [InboxController],
  providers: [FactIntake, InboxIntake, InboxLifecycle, InboxService],
  exports: [DirectModule, InboxIntake, InboxRecordsModule],
})
export class CrmInboxModule {}
