import { Module } from '@nestjs/common';
import { ContactErasure } from '../contacts/contact-erasure.js';
import { ContactService } from '../contacts/contact.service.js';
import { ContactsController } from '../contacts/contacts.controller.js';
import { DirectModule } from '../direct/direct.module.js';
import { MediaModule } from '../media/media.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { InboxStoreModule } from '../store/inbox-store.module.js';
import { ChangeReader } from '../stream/change-reader.js';
import { InboxSignals } from '../stream/inbox-signals.js';
import { InboxStreamController } from '../stream/inbox-stream.controller.js';
import { InboxStreams } from '../stream/inbox-streams.js';
import { ConversationActions } from './conversation-actions.js';
import { ConversationActionsController } from './conversation-actions.controller.js';
import { ConversationReader } from './conversation-reader.js';
import { ConversationSearch } from './conversation-search.js';
import { ConversationsController } from './conversations.controller.js';
import { InboxUsers } from './inbox-users.js';
import { InboxUsersController } from './inbox-users.controller.js';
import { UnreadCounter } from './unread-counter.js';

/** What users read and do: conversations, contacts, and the stream of changes. */
@Module({
  imports: [DirectModule, InboxStoreModule, MediaModule, OutboxModule],
  controllers: [
    ConversationsController,
    ConversationActionsController,
    ContactsController,
    InboxUsersController,
    InboxStreamController,
  ],
  providers: [
    ChangeReader,
    ContactErasure,
    ContactService,
    ConversationActions,
    ConversationReader,
    ConversationSearch,
    InboxSignals,
    InboxStreams,
    InboxUsers,
    UnreadCounter,
  ],
  exports: [ContactErasure, ConversationActions, ConversationReader],
})
export class ConversationsModule {}
