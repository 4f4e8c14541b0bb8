import { Module } from '@nestjs/common';
import { ConversationChanges } from '../stream/conversation-changes.js';
import { CommentHomes } from './comment-homes.js';
import { ConversationWriter } from './conversation-writer.js';
import { KnownComments } from './known-comments.js';

/** Writes what TikTok says into the inbox, and publishes it. */
@Module({
  providers: [CommentHomes, ConversationChanges, ConversationWriter, KnownComments],
  exports: [CommentHomes, ConversationChanges, ConversationWriter, KnownComments],
})
export class InboxStoreModule {}
