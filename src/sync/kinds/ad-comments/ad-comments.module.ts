import { Module } from '@nestjs/common';
import { AdsModule } from '../../../ads/index.js';
import { CrmInboxModule } from '../../../crm-inbox/index.js';
import { IntegrationsModule } from '../../../integrations/index.js';
import { ErrorCatalogueModule } from '../../../tiktok/index.js';
import { SyncPolicyModule } from '../../policy/sync-policy.module.js';
import { ScheduleModule } from '../../schedule/schedule.module.js';
import { AdCommentPages } from './ad-comment-pages.js';
import { AdCommentReadings } from './ad-comment-readings.js';
import { AdCommentSync } from './ad-comment-sync.js';
import { PostHomes } from './post-homes.js';

/** Fetches comments on ads. */
@Module({
  imports: [
    AdsModule,
    CrmInboxModule,
    IntegrationsModule,
    ErrorCatalogueModule,
    SyncPolicyModule,
    ScheduleModule,
  ],
  providers: [AdCommentPages, AdCommentReadings, AdCommentSync, PostHomes],
})
export class AdCommentsModule {}
