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
import { WorkHandlers } from './work-handler.js';
import { WorkerPools } from './worker-pools.js';
import { WorkRunner } from './work-runner.js';

// Bull's defaults take a minute to notice a killed worker.
const BULL_SETTINGS = { lockDuration: 5_000, stalledInterval: 5_000, maxStalledCount: 3 };

// Without these, a job and its caller would wait in memory for an unreachable Redis; the reconciler wakes the row anyway.
// Reconnects once a second instead of with growing pauses.
const REDIS_OPTIONS = {
  maxRetriesPerRequest: 1,
  connectTimeout: 2_000,
  retryStrategy: (times: number) => Math.min(times * 100, 1_000),
};

@Global()
@Module({})
export class JobsModule {
  /** Uses Bull when Redis is configured, otherwise jobs in memory. */
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
        WorkHandlers,
        WorkerPools,
        WorkRunner,
        { provide: JobQueue, useClass: redisUrl ? BullQueue : InProcessQueue },
      ],
      exports: [Jobs, JobQueue],
    };
  }
}

/** Jobs carry ids of this database's rows, which mean nothing to another installation on the same Redis. */
async function identityOf(dataSource: DataSource): Promise<string> {
  try {
    return await databaseIdentity(dataSource);
  } catch (cause) {
    throw new StartRefusedError(
      "This login may not read PostgreSQL's identity, which the Redis key prefix is derived from. Set REDIS_PREFIX to " +
        'a name that only this installation uses.',
      { cause },
    );
  }
}
