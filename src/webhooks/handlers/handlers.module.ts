import { Module } from '@nestjs/common';
import { AdsModule } from '../../ads/index.js';
import { ContentModule } from '../../content/index.js';
import { CrmInboxModule } from '../../crm-inbox/index.js';
import { IntegrationsModule } from '../../integrations/index.js';
import { SyncModule } from '../../sync/index.js';
import { AdAccountEventsHandler } from './ad-account-events.handler.js';
import { AdsEventsHandler } from './ads-events.handler.js';
import { AuthorizationEventsHandler } from './authorization-events.handler.js';
import { CommentEventsHandler } from './comment-events.handler.js';
import { MessageEventsHandler } from './message-events.handler.js';
import { PostEventsHandler } from './post-events.handler.js';
import { ServiceEventsHandler } from './service-events.handler.js';

/** What each event does in the other modules. */
@Module({
  imports: [AdsModule, ContentModule, CrmInboxModule, IntegrationsModule, SyncModule],
  providers: [
    AdAccountEventsHandler,
    AdsEventsHandler,
    AuthorizationEventsHandler,
    CommentEventsHandler,
    MessageEventsHandler,
    PostEventsHandler,
    ServiceEventsHandler,
  ],
})
export class HandlersModule {}
