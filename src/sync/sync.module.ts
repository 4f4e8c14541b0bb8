import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdsModule } from '../ads/index.js';
import { IntegrationsModule } from '../integrations/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { ErrorCatalogueModule } from '../tiktok/index.js';
import { AccountDays } from './activity/account-days.js';
import { SnapshotMonths } from './activity/snapshot-months.js';
import { OptionalPart } from './kinds/optional-part.js';
import { AccountInsights } from './kinds/profile/account-insights.js';
import { DueVideos } from './kinds/videos/due-videos.js';
import { KnownVideos } from './kinds/videos/known-videos.js';
import { VideoInsights } from './kinds/videos/video-insights.js';
import { VideoListing } from './kinds/videos/video-listing.js';
import { VideoRefresh } from './kinds/videos/video-refresh.js';
import { AdsSync } from './kinds/ads/ads-sync.js';
import { GoneVideos } from './kinds/videos/gone-videos.js';
import { SocialActivity } from './activity/social-activity.js';
import { SocialVideo } from './activity/social-video.entity.js';
import { SyncLifecycle } from './sync.lifecycle.js';
import { SyncRun } from './runs/sync-run.entity.js';
import { SyncRuns } from './runs/sync-runs.js';
import { KindHandlers } from './runs/syncs-kind.js';
import { Schedules } from './schedule/schedules.js';
import { SyncPolicyController } from './policy/sync-policy.controller.js';
import { SyncPolicyRow } from './policy/sync-policy.entity.js';
import { SyncSchedule } from './schedule/sync-schedule.entity.js';
import { ProfileSync } from './kinds/profile/profile-sync.js';
import { RunEndings } from './schedule/run-endings.js';
import { RunReader } from './schedule/run-reader.js';
import { SyncTurns } from './schedule/sync-turns.js';
import { SyncPolicies } from './policy/sync-policies.js';
import { SyncScheduler } from './schedule/sync-scheduler.js';
import { SyncWorker } from './sync-worker.js';
import { SyncRunStreamController } from './sync-run-stream.controller.js';
import { SyncRunStreams } from './sync-run-streams.js';
import { SyncJanitor } from './sync-janitor.js';
import { VideoEvents } from './video-events.js';
import { SyncController } from './sync.controller.js';
import { SyncService } from './sync.service.js';
import { VideoSync } from './kinds/videos/video-sync.js';

@Module({
  imports: [
    AdsModule,
    IntegrationsModule,
    NotificationsModule,
    ErrorCatalogueModule,
    TypeOrmModule.forFeature([SocialVideo, SyncPolicyRow, SyncRun, SyncSchedule]),
  ],
  controllers: [SyncRunStreamController, SyncController, SyncPolicyController],
  providers: [
    AccountDays,
    AccountInsights,
    DueVideos,
    KnownVideos,
    OptionalPart,
    SnapshotMonths,
    SyncJanitor,
    VideoEvents,
    VideoInsights,
    VideoListing,
    VideoRefresh,
    AdsSync,
    GoneVideos,
    KindHandlers,
    ProfileSync,
    RunEndings,
    RunReader,
    Schedules,
    SocialActivity,
    SyncLifecycle,
    SyncPolicies,
    SyncRuns,
    SyncRunStreams,
    SyncScheduler,
    SyncService,
    SyncTurns,
    SyncWorker,
    VideoSync,
  ],
  exports: [SocialActivity, VideoEvents],
})
export class SyncModule {}
