import { setTimeout as sleep } from 'node:timers/promises';
import { InjectQueue } from '@nestjs/bull';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bull';
import { Outages } from '../common/index.js';
import { JobQueue, type JobListener } from './job-queue.js';

export const BULL_QUEUE = 'tiktok-connector';

// Bull waits for an unreachable Redis, but a caller that wakes a row must not. The reconciler finds the row within a second.
const TIMEOUT_MS = 1_000;
const RECHECK_EVERY_MS = 1_000;
const REDIS = 'Redis';
// A job only passes an id on, which takes no time.
const CONCURRENCY = 20;

interface WakeUp {
  work: string;
  /** The first row. Processes of older versions wake only this one, and the reconciler finds the others. */
  id: string;
  /** The other rows. Absent in jobs of older versions. */
  others?: readonly string[];
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
    // Without a listener, an unreachable Redis would crash the process.
    queue.on('error', (error) => this.lost(error));
  }

  async wake(work: string, [id, ...others]: readonly string[]): Promise<void> {
    if (id === undefined) return;
    // Skipped while Redis is unreachable, because Bull would keep the job in memory.
    if (this.queue.client.status !== 'ready') return;
    // Bull ignores a jobId that it still stores, so finished jobs are removed.
    const options = { jobId: `${work}:${id}`, removeOnComplete: true, removeOnFail: true };
    // On failure, the reconciler finds the row.
    await withTimeout(this.queue.add({ work, id, others }, options)).catch((error: unknown) =>
      this.lost(error),
    );
  }

  listen(listener: JobListener): void {
    this.queue
      .process(CONCURRENCY, ({ data: { work, id, others = [] } }) => {
        for (const one of [id, ...others]) listener(work, one);
        return Promise.resolve();
      })
      .catch((error: unknown) => this.lost(error));
  }

  async stop(): Promise<void> {
    clearInterval(this.watch);
    // Closed, not paused: pausing opens a new connection, which would outlive the rest of the process.
    await withTimeout(this.queue.close(true)).catch(() => undefined);
  }

  async ping(): Promise<void> {
    await withTimeout(this.queue.client.ping());
  }

  /** Jobs continue without Redis, with a delay. The outage is logged once, and so is the recovery. */
  private lost(error: unknown): void {
    this.outages.failed(REDIS, error);
    this.watch ??= setInterval(() => {
      this.ping().then(
        () => this.recovered(),
        () => undefined,
      );
    }, RECHECK_EVERY_MS).unref();
  }

  private recovered(): void {
    this.outages.recovered(REDIS);
    clearInterval(this.watch);
    this.watch = undefined;
  }
}

async function withTimeout<T>(answer: Promise<T>): Promise<T> {
  // After the timeout, a rejection must not count as unhandled.
  answer.catch(() => undefined);
  const timeout = sleep(TIMEOUT_MS, undefined, { ref: false }).then(() => {
    throw new Error(`no answer within ${TIMEOUT_MS / 1000} s`);
  });
  return await Promise.race([answer, timeout]);
}
