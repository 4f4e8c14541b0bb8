import { Module } from '@nestjs/common';
import { CallsModule } from './calls/calls.module.js';
import { CreativesModule } from './creatives/creatives.module.js';
import { LaunchesModule } from './launches/launches.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { ObjectsModule } from './objects/objects.module.js';
import { WritesModule } from './writes/writes.module.js';

/** Composes the areas of ads, each of which is a module of its own. */
@Module({
  imports: [CallsModule, CreativesModule, LaunchesModule, MetricsModule, ObjectsModule, WritesModule],
})
export class AdsModule {}
