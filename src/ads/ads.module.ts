import { Module } from '@nestjs/common';
import { CallsModule } from './calls/calls.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { WritesModule } from './writes/writes.module.js';

/** Composes the areas of ads, each of which is a module of its own. */
@Module({ imports: [CallsModule, MetricsModule, WritesModule] })
export class AdsModule {}
