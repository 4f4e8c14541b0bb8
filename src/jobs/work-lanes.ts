import { Injectable } from '@nestjs/common';
import { WorkRunner } from './work-runner.js';
import type { Work } from './work.js';

// More than these need not wait in memory: the reconciler finds them again, here or in another process.
const MAX_WAITING = 200;

interface Lane {
  running: number;
  /** Insertion order is the order of turns; an id that waits is not added again. */
  waiting: Set<string>;
}

/** Gives each kind of work its own share of a process: uploads that hang do not keep webhooks waiting. */
@Injectable()
export class WorkLanes {
  private readonly lanes = new Map<string, Lane>();
  private stopped = false;

  constructor(private readonly runner: WorkRunner) {}

  /** Runs the row's handler as soon as its lane has room. Returns at once. */
  offer(work: Work, id: string): void {
    const lane = this.lane(work.name);
    if (this.stopped || lane.waiting.size >= MAX_WAITING) return;
    lane.waiting.add(id);
    this.advance(work, lane);
  }

  /** Takes no more, and waits for what runs. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const lane of this.lanes.values()) lane.waiting.clear();
    await this.runner.stop();
  }

  private advance(work: Work, lane: Lane): void {
    for (const id of lane.waiting) {
      if (lane.running >= work.concurrency) return;
      lane.waiting.delete(id);
      lane.running += 1;
      void this.runner.run(work, id).finally(() => {
        lane.running -= 1;
        this.advance(work, lane);
      });
    }
  }

  private lane(name: string): Lane {
    const lane = this.lanes.get(name) ?? { running: 0, waiting: new Set<string>() };
    this.lanes.set(name, lane);
    return lane;
  }
}
