import { setTimeout as sleep } from 'node:timers/promises';
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bull';
import { Outages } from '../common/index.js';
import { JobQueue, type JobListener } from './job-queue.js';

export const BULL_QUEUE = 'tiktok-connector';

// Bull waits for a Redis that is gone; nobody who wakes a row may. The reconciler finds it within a second anyway.
const PATIENCE_MS = 1_000;
const LOOK_AGAIN_MS = 1_000;
const REDIS = 'Redis';
// Jobs only hand an id on, which takes no time.
const CONCURRENCY = 20;

interface WakeUp {
  work: string;
  id: string;
}

/** Jobs on Redis: any process may be woken. */
@Injectable()
export class BullQueue extends JobQueue {
  private watch: NodeJS.Timeout | undefined;

  constructor(
    @InjectQueue(BULL_QUEUE) private readonly queue: Queue<WakeUp>,
    private readonly outages: Outages = new Outages(),
  ) {
    super();
    // Without a listener an unreachable Redis would end the process.
    queue.on('error', (error) => this.lost(error));
  }

  async wake(work: string, id: string): Promise<void> {
    // Not even begun while Redis is away: Bull would keep it in memory until it is back.
    if (this.queue.client.status !== 'ready') return;
    // Bull ignores a jobId it still keeps, so finished jobs must not be kept.
    const options = { jobId: `${work}:${id}`, removeOnComplete: true, removeOnFail: true };
    // Otherwise the reconciler finds the row.
    await this.patiently(this.queue.add({ work, id }, options)).catch((error: unknown) => this.lost(error));
  }

  listen(listener: JobListener): void {
    this.queue
      .process(CONCURRENCY, ({ data }) => Promise.resolve(listener(data.work, data.id)))
      .catch((error: unknown) => this.lost(error));
  }

  async stop(): Promise<void> {
    clearInterval(this.watch);
    // Not merely paused: pausing opens a connection anew, which then outlives the process's other parts.
    await this.patiently(this.queue.close(true)).catch(() => undefined);
  }

  async ping(): Promise<void> {
    await this.patiently(this.queue.client.ping());
  }

  /** Jobs go on without Redis, only later: the log tells it once, and once more when Redis answers again. */
  private lost(error: unknown): void {
    this.outages.failed(REDIS, error);
    this.watch ??= setInterval(() => {
      this.ping().then(
        () => this.found(),
        () => undefined,
      );
    }, LOOK_AGAIN_MS).unref();
  }

  private found(): void {
    this.outages.recovered(REDIS);
    clearInterval(this.watch);
    this.watch = undefined;
  }

  private async patiently<T>(answer: Promise<T>): Promise<T> {
    // What comes too late is nobody's business any more, not even as an unhandled rejection.
    answer.catch(() => undefined);
    const tooLate = sleep(PATIENCE_MS, undefined, { ref: false }).then(() => {
      throw new Error(`no answer within ${PATIENCE_MS} ms`);
    });
    return await Promise.race([answer, tooLate]);
  }
}
