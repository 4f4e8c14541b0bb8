import { Module } from '@nestjs/common';
import { AdsModule } from '../../ads/index.js';
import { CrmInboxModule } from '../../crm-inbox/index.js';
import { IntegrationsModule } from '../../integrations/index.js';
import { ErrorCatalogueModule } from '../../tiktok/index.js';
import { ActivityModule } from '../activity/activity.module.js';
import { SyncPolicyModule } from '../policy/sync-policy.module.js';
import { ScheduleModule } from '../schedule/schedule.module.js';
import { AdCommentsModule } from './ad-comments/ad-comments.module.js';
import { AdsSync } from './ads/ads-sync.js';
import { CommentPages } from './comments/comment-pages.js';
import { CommentRefresh } from './comments/comment-refresh.js';
import { CommentSync } from './comments/comment-sync.js';
import { CommentVideos } from './comments/comment-videos.js';
import { MessagesSync } from './messages/messages-sync.js';
import { OptionalPart } from './optional-part.js';
import { AccountInsights } from './profile/account-insights.js';
import { ProfileSync } from './profile/profile-sync.js';
import { DueVideos } from './videos/due-videos.js';
import { EndingCovers } from './videos/ending-covers.js';
import { GoneVideos } from './videos/gone-videos.js';
import { KnownVideos } from './videos/known-videos.js';
import { VideoInsights } from './videos/video-insights.js';
import { VideoListing } from './videos/video-listing.js';
import { VideoRefresh } from './videos/video-refresh.js';
import { VideoSync } from './videos/video-sync.js';

/** Fetches each kind of data. */
@Module({
  imports: [
    AdCommentsModule,
    AdsModule,
    CrmInboxModule,
    IntegrationsModule,
    ErrorCatalogueModule,
    ActivityModule,
    SyncPolicyModule,
    ScheduleModule,
  ],
  providers: [
    AccountInsights,
    AdsSync,
    CommentPages,
    CommentRefresh,
    CommentSync,
    CommentVideos,
    DueVideos,
    EndingCovers,
    GoneVideos,
    KnownVideos,
    MessagesSync,
    OptionalPart,
    ProfileSync,
    VideoInsights,
    VideoListing,
    VideoRefresh,
    VideoSync,
  ],
})
export class KindsModule {}
