import { Injectable } from '@nestjs/common';
import { JobQueue, type JobListener } from './job-queue.js';

/** Jobs in the memory of one process, for a single machine without Redis. Rows woken without a listener are left to the reconciler. */
@Injectable()
export class InProcessQueue extends JobQueue {
  private listener: JobListener | undefined;

  wake(work: string, ids: readonly string[]): Promise<void> {
    for (const id of ids) this.listener?.(work, id);
    return Promise.resolve();
  }

  listen(listener: JobListener): void {
    this.listener = listener;
  }

  stop(): Promise<void> {
    this.listener = undefined;
    return Promise.resolve();
  }

  ping(): Promise<void> {
    return Promise.resolve();
  }
}
