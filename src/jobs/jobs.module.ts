import { BullModule } from '@nestjs/bull';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AppConfig } from '../config/index.js';
import { databaseIdentity, StartRefusedError } from '../database/index.js';
import { BULL_QUEUE, BullQueue } from './bull.queue.js';
import { InProcessQueue } from './in-process.queue.js';
import { JobQueue } from './job-queue.js';
import { Jobs } from './jobs.js';
import { WorkClaims } from './work-claims.js';
import { WorkLanes } from './work-lanes.js';
import { WorkRunner } from './work-runner.js';

// Bull's defaults notice a killed worker only after a minute.
const BULL_SETTINGS = { lockDuration: 5_000, stalledInterval: 5_000, maxStalledCount: 3 };

// Without these a job would wait in memory for a Redis that is gone, and its caller with it; the reconciler wakes the
// row again. Reconnecting is tried once a second, not with growing pauses.
const REDIS_OPTIONS = {
  maxRetriesPerRequest: 1,
  connectTimeout: 2_000,
  retryStrategy: (times: number) => Math.min(times * 100, 1_000),
};

@Global()
@Module({})
export class JobsModule {
  /** Bull when Redis is configured, otherwise in-process. */
  static forRoot({ redisUrl, redisPrefix }: AppConfig): DynamicModule {
    const bull = redisUrl
      ? [
          BullModule.forRoot({ url: redisUrl, redis: REDIS_OPTIONS, settings: BULL_SETTINGS }),
          BullModule.registerQueueAsync({
            name: BULL_QUEUE,
            inject: [DataSource],
            useFactory: async (dataSource: DataSource) => ({
              prefix: redisPrefix ?? (await identityOf(dataSource)),
            }),
          }),
        ]
      : [];
    return {
      module: JobsModule,
      imports: bull,
      providers: [
        Jobs,
        WorkClaims,
        WorkLanes,
        WorkRunner,
        { provide: JobQueue, useClass: redisUrl ? BullQueue : InProcessQueue },
      ],
      exports: [Jobs, JobQueue],
    };
  }
}

/** Jobs hold ids of this database's rows: another installation on the same Redis could do nothing with them. */
async function identityOf(dataSource: DataSource): Promise<string> {
  try {
    return await databaseIdentity(dataSource);
  } catch (cause) {
    throw new StartRefusedError(
      'PostgreSQL does not let this login read its identity, from which the prefix of jobs in Redis is made. Set ' +
        'REDIS_PREFIX, to a name of this installation only.',
      { cause },
    );
  }
}
