import { Injectable } from '@nestjs/common';
import { JobQueue, type JobListener } from './job-queue.js';

/** Jobs in the memory of one process: for a single machine without Redis. */
@Injectable()
export class InProcessQueue extends JobQueue {
  /** Insertion order is delivery order; a key that waits is not added again. */
  private readonly waiting = new Map<string, [work: string, id: string]>();
  private running = 0;
  private concurrency = 0;
  private listener: JobListener | undefined;

  wake(work: string, id: string): Promise<void> {
    this.waiting.set(`${work}:${id}`, [work, id]);
    this.deliver();
    return Promise.resolve();
  }

  listen(listener: JobListener, concurrency: number): Promise<void> {
    this.listener = listener;
    this.concurrency = concurrency;
    this.deliver();
    return Promise.resolve();
  }

  stop(): Promise<void> {
    this.listener = undefined;
    this.waiting.clear();
    return Promise.resolve();
  }

  ping(): Promise<void> {
    return Promise.resolve();
  }

  private deliver(): void {
    while (this.listener && this.running < this.concurrency) {
      const [next] = this.waiting;
      if (!next) return;
      const [key, [work, id]] = next;
      this.waiting.delete(key);
      this.running += 1;
      void this.listener(work, id).finally(() => {
        this.running -= 1;
        this.deliver();
      });
    }
  }
}
