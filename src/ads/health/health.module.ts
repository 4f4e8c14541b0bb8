import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../../integrations/index.js';
import { NotificationsModule } from '../../notifications/index.js';
import { AudiencesModule } from '../audiences/audiences.module.js';
import { LaunchesModule } from '../launches/launches.module.js';
import { MetricsModule } from '../metrics/metrics.module.js';
import { ObjectsModule } from '../objects/objects.module.js';
import { SparkModule } from '../spark/spark.module.js';
import { AccountFacts } from './account-facts.js';
import { AdAccountHealth } from './ad-account-health.entity.js';
import { AccountCheck } from './checks/account.check.js';
import { AudienceCheck } from './checks/audience.check.js';
import { BalanceCheck } from './checks/balance.check.js';
import { RejectedCheck } from './checks/rejected.check.js';
import { ServingCheck } from './checks/serving.check.js';
import { SparkCheck } from './checks/spark.check.js';
import { FatigueNotices } from './fatigue-notices.js';
import { FindingsStore } from './findings.store.js';
import type { HealthCheck } from './health-check.js';
import { HealthFinding } from './health-finding.entity.js';
import { HealthLists } from './health-lists.js';
import { HealthSchedule } from './health-schedule.js';
import { HealthController } from './health.controller.js';
import { HealthLifecycle } from './health.lifecycle.js';
import { HealthWakes } from './health-wakes.js';
import { HealthStore } from './health.store.js';
import { HEALTH_CHECKS, HealthWorker } from './health.worker.js';
import { RecentFigures } from './recent-figures.js';
import { ServedAds } from './served-ads.js';

// In the order in which they run.
const CHECKS = [AccountCheck, RejectedCheck, BalanceCheck, ServingCheck, SparkCheck, AudienceCheck];

/** Regular checks of ad accounts, and the notices about what they find. */
@Module({
  imports: [
    AudiencesModule,
    IntegrationsModule,
    LaunchesModule,
    MetricsModule,
    NotificationsModule,
    ObjectsModule,
    SparkModule,
    TypeOrmModule.forFeature([AdAccountHealth, HealthFinding]),
  ],
  controllers: [HealthController],
  providers: [
    ...CHECKS,
    { provide: HEALTH_CHECKS, inject: CHECKS, useFactory: (...checks: HealthCheck[]) => checks },
    AccountFacts,
    FatigueNotices,
    FindingsStore,
    HealthLifecycle,
    HealthLists,
    HealthSchedule,
    HealthStore,
    HealthWakes,
    HealthWorker,
    RecentFigures,
    ServedAds,
  ],
  exports: [FatigueNotices, HealthWakes],
})
export class HealthModule {}
