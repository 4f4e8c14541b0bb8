import { BullModule } from '@nestjs/bull';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AppConfig } from '../config/index.js';
import { databaseIdentity, StartRefusedError } from '../database/index.js';
import { BULL_OPTIONS } from './bull-options.js';
import { BULL_QUEUE, BullQueue } from './bull.queue.js';
import { InProcessQueue } from './in-process.queue.js';
import { JobQueue } from './job-queue.js';
import { Jobs } from './jobs.js';
import { WorkClaims } from './work-claims.js';
import { WorkHandlers } from './work-handler.js';
import { WorkerPools } from './worker-pools.js';
import { WorkRunner } from './work-runner.js';

@Global()
@Module({})
export class JobsModule {
  /** Uses Bull when Redis is configured, otherwise jobs in memory. */
  static forRoot({ redisUrl, redisPrefix }: AppConfig): DynamicModule {
    const bull = redisUrl
      ? [
          BullModule.forRoot({ url: redisUrl, ...BULL_OPTIONS }),
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
