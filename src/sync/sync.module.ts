import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../integrations/index.js';
import { ErrorCatalogueModule } from '../tiktok/index.js';
import { SocialActivity } from './social-activity.js';
import { SocialVideo } from './social-video.entity.js';
import { SyncLife } from './sync-life.js';
import { SyncRun } from './sync-run.entity.js';
import { SyncRuns } from './sync-runs.js';
import { SyncScheduler } from './sync-scheduler.js';
import { SyncWorker } from './sync-worker.js';
import { SyncController } from './sync.controller.js';
import { SyncService } from './sync.service.js';

@Module({
  imports: [IntegrationsModule, ErrorCatalogueModule, TypeOrmModule.forFeature([SocialVideo, SyncRun])],
  controllers: [SyncController],
  providers: [SocialActivity, SyncLife, SyncRuns, SyncScheduler, SyncService, SyncWorker],
  exports: [SocialActivity],
})
export class SyncModule {}
