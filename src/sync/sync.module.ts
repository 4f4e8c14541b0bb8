import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../integrations/index.js';
import { ErrorCatalogueModule } from '../tiktok/index.js';
import { FiguresModule } from './figures/figures.module.js';
import { GoneVideos } from './kinds/videos/gone-videos.js';
import { SocialActivity } from './activity/social-activity.js';
import { SocialVideo } from './activity/social-video.entity.js';
import { SyncLifecycle } from './sync.lifecycle.js';
import { SyncRun } from './runs/sync-run.entity.js';
import { SyncRuns } from './runs/sync-runs.js';
import { KindHandlers } from './runs/syncs-kind.js';
import { Schedules } from './schedule/schedules.js';
import { SyncSchedule } from './schedule/sync-schedule.entity.js';
import { ProfileSync } from './kinds/profile/profile-sync.js';
import { SyncScheduler } from './schedule/sync-scheduler.js';
import { SyncWorker } from './sync-worker.js';
import { SyncController } from './sync.controller.js';
import { SyncService } from './sync.service.js';
import { VideoSync } from './kinds/videos/video-sync.js';

@Module({
  imports: [
    IntegrationsModule,
    ErrorCatalogueModule,
    FiguresModule,
    TypeOrmModule.forFeature([SocialVideo, SyncRun, SyncSchedule]),
  ],
  controllers: [SyncController],
  providers: [
    GoneVideos,
    KindHandlers,
    ProfileSync,
    Schedules,
    SocialActivity,
    SyncLifecycle,
    SyncRuns,
    SyncScheduler,
    SyncService,
    SyncWorker,
    VideoSync,
  ],
  exports: [SocialActivity],
})
export class SyncModule {}
