import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../integrations/index.js';
import { ErrorCatalogueModule } from '../tiktok/index.js';
import { GoneVideos } from './gone-videos.js';
import { SocialActivity } from './social-activity.js';
import { SocialVideo } from './social-video.entity.js';
import { SyncLifecycle } from './sync.lifecycle.js';
import { SyncRun } from './sync-run.entity.js';
import { SyncRuns } from './sync-runs.js';
import { SyncScheduler } from './sync-scheduler.js';
import { SyncWorker } from './sync-worker.js';
import { SyncController } from './sync.controller.js';
import { SyncService } from './sync.service.js';
import { VideoSync } from './video-sync.js';

@Module({
  imports: [IntegrationsModule, ErrorCatalogueModule, TypeOrmModule.forFeature([SocialVideo, SyncRun])],
  controllers: [SyncController],
  providers: [
    GoneVideos,
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
