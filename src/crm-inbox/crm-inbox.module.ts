import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Conversation } from './conversation.entity.js';
import { InboxIntake } from './inbox-intake.js';
import { InboxController } from './inbox.controller.js';
import { InboxService } from './inbox.service.js';
import { Message } from './message.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Conversation, Message])],
  controllers: [InboxController],
  providers: [InboxIntake, InboxService],
  exports: [InboxIntake],
})
export class CrmInboxModule {}
