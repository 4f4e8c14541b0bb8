import { BullModule } from '@nestjs/bull';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { AppConfig } from '../config/index.js';
import { BULL_QUEUE, BullQueue } from './bull.queue.js';
import { InProcessQueue } from './in-process.queue.js';
import { JobQueue } from './job-queue.js';
import { Jobs } from './jobs.js';
import { WorkClaims } from './work-claims.js';
import { WorkRunner } from './work-runner.js';

// Bull's defaults notice a killed worker only after a minute.
const BULL_SETTINGS = { lockDuration: 5_000, stalledInterval: 5_000, maxStalledCount: 3 };

@Global()
@Module({})
export class JobsModule {
  /** Bull when Redis is configured, otherwise in-process. */
  static forRoot({ redisUrl }: AppConfig): DynamicModule {
    const bull = redisUrl
      ? [
          BullModule.forRoot({ url: redisUrl, settings: BULL_SETTINGS }),
          BullModule.registerQueue({ name: BULL_QUEUE }),
        ]
      : [];
    return {
      module: JobsModule,
      imports: bull,
      providers: [
        Jobs,
        WorkClaims,
        WorkRunner,
        { provide: JobQueue, useClass: redisUrl ? BullQueue : InProcessQueue },
      ],
      exports: [Jobs, JobQueue],
    };
  }
}
