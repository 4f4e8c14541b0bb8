import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../integrations/index.js';
import { ErrorCatalogueModule } from '../tiktok/index.js';
import { ActivityModule } from './activity/activity.module.js';
import { FigureRefresh } from './figure-refresh.js';
import { FiguresModule } from './figures/figures.module.js';
import { KindsModule } from './kinds/kinds.module.js';
import { SyncPolicyModule } from './policy/sync-policy.module.js';
import { KindHandlers } from './runs/syncs-kind.js';
import { ScheduleModule } from './schedule/schedule.module.js';
import { SyncJanitor } from './sync-janitor.js';
import { SyncRunStreamController } from './sync-run-stream.controller.js';
import { SyncRunStreams } from './sync-run-streams.js';
import { SyncWorker } from './sync-worker.js';
import { SyncController } from './sync.controller.js';
import { SyncLifecycle } from './sync.lifecycle.js';
import { SyncService } from './sync.service.js';
import { VideoEvents } from './video-events.js';

@Module({
  imports: [
    IntegrationsModule,
    ErrorCatalogueModule,
    ActivityModule,
    FiguresModule,
    KindsModule,
    ScheduleModule,
    SyncPolicyModule,
  ],
  controllers: [SyncRunStreamController, SyncController],
  providers: [
    FigureRefresh,
    KindHandlers,
    SyncJanitor,
    SyncLifecycle,
    SyncRunStreams,
    SyncService,
    SyncWorker,
    VideoEvents,
  ],
  exports: [ActivityModule, FigureRefresh, SyncService, VideoEvents],
})
export class SyncModule {}
