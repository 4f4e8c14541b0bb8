import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { InboxStoreModule } from '../store/inbox-store.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { SendingModule } from '../sending/sending.module.js';
import { CommentAccounts } from './comment-accounts.js';
import { CommentDeliverer } from './comment-deliverer.js';
import { MessageActionsController } from './message-actions.controller.js';
import { MessageActions } from './message-actions.service.js';
import { RepliesController } from './replies.controller.js';
import { RepliesService } from './replies.service.js';
import { ReplyListing } from './reply-listing.js';
import { ReplyTargets } from './reply-target.js';

/** Replies to comments, and what else a user does to a comment. */
@Module({
  imports: [InboxStoreModule, IntegrationsModule, OutboxModule, SendingModule],
  controllers: [MessageActionsController, RepliesController],
  providers: [CommentAccounts, CommentDeliverer, MessageActions, RepliesService, ReplyListing, ReplyTargets],
})
export class RepliesModule {}
