import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import { messageOf } from '../common/index.js';
import { JobQueue, type JobListener } from './job-queue.js';

export const BULL_QUEUE = 'tiktok-connector';

interface WakeUp {
  work: string;
  id: string;
}

/** Jobs on Redis: any process may be woken. */
@Injectable()
export class BullQueue extends JobQueue {
  private readonly logger = new Logger(BullQueue.name);

  constructor(@InjectQueue(BULL_QUEUE) private readonly queue: Queue<WakeUp>) {
    super();
    // Without a listener an unreachable Redis would end the process; the reconciler keeps work going meanwhile.
    queue.on('error', (error) => this.logger.warn(`Redis: ${messageOf(error)}`));
  }

  async wake(work: string, id: string): Promise<void> {
    try {
      await this.queue.add(
        { work, id },
        // Bull ignores a jobId it still keeps, so finished jobs must not be kept.
        { jobId: `${work}:${id}`, removeOnComplete: true, removeOnFail: true },
      );
    } catch (error) {
      this.logger.warn(`Redis did not take a job, the reconciler will: ${messageOf(error)}`);
    }
  }

  async listen(listener: JobListener, concurrency: number): Promise<void> {
    this.queue
      .process(concurrency, ({ data }) => listener(data.work, data.id))
      .catch((error: unknown) => this.logger.warn(`Redis: ${messageOf(error)}`));
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    // Not merely paused: pausing opens a connection anew, which then outlives the process's other parts.
    await this.queue.close(true).catch(() => undefined);
  }

  async ping(): Promise<void> {
    await this.queue.client.ping();
  }
}
