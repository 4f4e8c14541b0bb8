import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { AudiencesModule } from './audiences/audiences.module.js';
import { CallsModule } from './calls/calls.module.js';
import { CreativesModule } from './creatives/creatives.module.js';
import { FactsModule } from './facts/facts.module.js';
import { DriftModule } from './drift.module.js';
import { HealthModule } from './health/health.module.js';
import { LaunchesModule } from './launches/launches.module.js';
import { ManagementModule } from './management/management.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { ObjectsModule } from './objects/objects.module.js';
import { PolicyModule } from './policy/policy.module.js';
import { RulesModule } from './rules/rules.module.js';
import { SparkModule } from './spark/spark.module.js';
import { ToolsModule } from './tools/tools.module.js';
import { WritesModule } from './writes/writes.module.js';

/** Composes the areas of ads, each of which is a module of its own. */
@Module({
  imports: [
    AccountsModule,
    AudiencesModule,
    CallsModule,
    CreativesModule,
    FactsModule,
    DriftModule,
    HealthModule,
    LaunchesModule,
    ManagementModule,
    MetricsModule,
    ObjectsModule,
    PolicyModule,
    RulesModule,
    SparkModule,
    ToolsModule,
    WritesModule,
  ],
  exports: [AccountsModule, HealthModule, LaunchesModule, MetricsModule],
})
export class AdsModule {}
