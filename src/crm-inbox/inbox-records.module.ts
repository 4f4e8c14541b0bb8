import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Conversation } from './conversation.entity.js';
import { Message } from './message.entity.js';
import { ConversationWriter } from './store/conversation-writer.js';
import { ConversationChanges } from './stream/conversation-changes.js';

/** Conversations and messages: what everything else in the inbox stands on. */
@Module({
  imports: [TypeOrmModule.forFeature([Conversation, Message])],
  providers: [ConversationChanges, ConversationWriter],
  exports: [ConversationChanges, ConversationWriter],
})
export class InboxRecordsModule {}
