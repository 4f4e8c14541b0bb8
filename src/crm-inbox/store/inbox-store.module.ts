import { Module } from '@nestjs/common';
import { ErasedPersons } from '../contacts/erased-persons.js';
import { ConversationChanges } from '../stream/conversation-changes.js';
import { CommentHomes } from './comment-homes.js';
import { ConversationWriter } from './conversation-writer.js';
import { KnownComments } from './known-comments.js';
import { ReceivedMessages } from './received-messages.js';

/** Writes what TikTok says into the inbox, and publishes it. */
@Module({
  providers: [
    CommentHomes,
    ConversationChanges,
    ConversationWriter,
    ErasedPersons,
    KnownComments,
    ReceivedMessages,
  ],
  exports: [
    CommentHomes,
    ConversationChanges,
    ConversationWriter,
    ErasedPersons,
    KnownComments,
    ReceivedMessages,
  ],
})
export class InboxStoreModule {}
