import { Injectable } from '@nestjs/common';
import { WorkRunner } from './work-runner.js';
import type { Work } from './work.js';

// More than these need not wait in memory: the reconciler finds them again, here or in another process.
const MAX_WAITING = 200;

interface Lane {
  running: number;
  /** Insertion order is the order of turns; an id that waits is not added again. */
  waiting: Set<string>;
  /** Called once when the lane is about to run dry, after it has got something done. */
  refill: (() => void) | undefined;
  gotSomethingDone: boolean;
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

  /**
   * Asks for more rows when these are nearly done, so that a backlog does not wait for the next look at the database. Rows
   * that other processes have taken are not asked for again and again: then `refill` is not called.
   */
  whenNearlyDry(work: Work, refill: () => void): void {
    const lane = this.lane(work.name);
    lane.gotSomethingDone = false;
    lane.refill = refill;
  }

  /** Takes no more, and waits for what runs. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const lane of this.lanes.values()) {
      lane.waiting.clear();
      lane.refill = undefined;
    }
    await this.runner.stop();
  }

  private advance(work: Work, lane: Lane): void {
    for (const id of lane.waiting) {
      if (lane.running >= work.concurrency) break;
      lane.waiting.delete(id);
      lane.running += 1;
      const onClaim = () => void (lane.gotSomethingDone = true);
      void this.runner.run(work, id, onClaim).finally(() => {
        lane.running -= 1;
        this.advance(work, lane);
      });
    }
    if (lane.waiting.size > work.concurrency || !lane.gotSomethingDone) return;
    const { refill } = lane;
    lane.refill = undefined;
    refill?.();
  }

  private lane(name: string): Lane {
    const lane: Lane = this.lanes.get(name) ?? {
      running: 0,
      waiting: new Set<string>(),
      refill: undefined,
      gotSomethingDone: false,
    };
    this.lanes.set(name, lane);
    return lane;
  }
}
