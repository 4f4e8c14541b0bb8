import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { InboxStoreModule } from '../store/inbox-store.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { SendingModule } from '../sending/sending.module.js';
import { ActionRecord } from './action-record.js';
import { ActionWays } from './action-ways.js';
import { AdPermissions } from './ad-permissions.js';
import { AdReplyDeliverer } from './ad-reply-deliverer.js';
import { AdThreadListing } from './ad-thread-listing.js';
import { AdWays } from './ad-ways.js';
import { CommentAccounts } from './comment-accounts.js';
import { CommentDeliverer } from './comment-deliverer.js';
import { MessageActionsController } from './message-actions.controller.js';
import { MessageActions } from './message-actions.service.js';
import { RepliesController } from './replies.controller.js';
import { RepliesService } from './replies.service.js';
import { ReplyListing } from './reply-listing.js';
import { ReplyRoutes } from './reply-routes.js';
import { ReplyTargets } from './reply-target.js';
import { ReplyThreads } from './reply-threads.js';

/** Replies to comments, and what else a user does to a comment. */
@Module({
  imports: [InboxStoreModule, IntegrationsModule, OutboxModule, SendingModule],
  controllers: [MessageActionsController, RepliesController],
  providers: [
    ActionRecord,
    ActionWays,
    AdPermissions,
    AdReplyDeliverer,
    AdThreadListing,
    AdWays,
    CommentAccounts,
    CommentDeliverer,
    MessageActions,
    RepliesService,
    ReplyListing,
    ReplyRoutes,
    ReplyTargets,
    ReplyThreads,
  ],
  exports: [AdPermissions],
})
export class RepliesModule {}
