import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../../integrations/index.js';
import { NotificationsModule } from '../../notifications/index.js';
import { SyncPolicyModule } from '../policy/sync-policy.module.js';
import { SyncRun } from '../runs/sync-run.entity.js';
import { SyncRuns } from '../runs/sync-runs.js';
import { AskedVideos } from './asked-videos.js';
import { RunEndings } from './run-endings.js';
import { RunReader } from './run-reader.js';
import { ScheduleController } from './schedule.controller.js';
import { ScheduleReader } from './schedule-reader.js';
import { Schedules } from './schedules.js';
import { StalledNotices } from './stalled-notices.js';
import { StalledRuns } from './stalled-runs.js';
import { SyncSchedule } from './sync-schedule.entity.js';
import { SyncScheduler } from './sync-scheduler.js';
import { SyncTurns } from './sync-turns.js';

/** Runs, and when they are due. */
@Module({
  imports: [
    IntegrationsModule,
    NotificationsModule,
    SyncPolicyModule,
    TypeOrmModule.forFeature([SyncRun, SyncSchedule]),
  ],
  controllers: [ScheduleController],
  providers: [
    AskedVideos,
    RunEndings,
    RunReader,
    ScheduleReader,
    Schedules,
    StalledNotices,
    StalledRuns,
    SyncRuns,
    SyncScheduler,
    SyncTurns,
  ],
  exports: [AskedVideos, RunEndings, RunReader, Schedules, StalledNotices, SyncRuns],
})
export class ScheduleModule {}
