import { Injectable } from '@nestjs/common';
import { WorkRunner } from './work-runner.js';
import type { Work } from './work.js';

// Rows beyond this limit are left to the reconciler, here or in another process.
const MAX_WAITING = 200;

interface Pool {
  running: number;
  /** First in, first out. An id that is already waiting is not added again. */
  waiting: Set<string>;
  /** Called once when the pool is nearly empty and has claimed at least one row. */
  refill: (() => void) | undefined;
  hasClaimed: boolean;
}

/** Gives each kind of work its own share of a process, so that hanging uploads do not delay webhooks. */
@Injectable()
export class WorkerPools {
  private readonly pools = new Map<string, Pool>();
  private stopped = false;

  constructor(private readonly runner: WorkRunner) {}

  /** Runs the row's handler as soon as its pool has room. Returns at once. */
  offer(work: Work, id: string): void {
    const pool = this.pool(work.name);
    if (this.stopped || pool.waiting.size >= MAX_WAITING) return;
    pool.waiting.add(id);
    this.advance(work, pool);
  }

  /** Offers rows whose order counts: they go before all that is waiting. */
  offerInOrder(work: Work, ids: readonly string[]): void {
    const pool = this.pool(work.name);
    if (this.stopped) return;
    pool.waiting = new Set([...new Set([...ids, ...pool.waiting])].slice(0, MAX_WAITING));
    this.advance(work, pool);
  }

  /**
   * Asks for more rows when the current ones are nearly done, so that a backlog does not wait for the next reconciliation.
   * `refill` is not called when other processes had claimed all of the rows.
   */
  whenNearlyEmpty(work: Work, refill: () => void): void {
    const pool = this.pool(work.name);
    pool.hasClaimed = false;
    pool.refill = refill;
  }

  /** Accepts no more rows, and waits for the running ones. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const pool of this.pools.values()) {
      pool.waiting.clear();
      pool.refill = undefined;
    }
    await this.runner.stop();
  }

  private advance(work: Work, pool: Pool): void {
    for (const id of pool.waiting) {
      if (pool.running >= work.concurrency) break;
      pool.waiting.delete(id);
      pool.running += 1;
      const onClaim = () => void (pool.hasClaimed = true);
      void this.runner.run(work, id, onClaim).finally(() => {
        pool.running -= 1;
        this.advance(work, pool);
      });
    }
    if (pool.waiting.size > work.concurrency || !pool.hasClaimed) return;
    const { refill } = pool;
    pool.refill = undefined;
    refill?.();
  }

  private pool(name: string): Pool {
    const pool: Pool = this.pools.get(name) ?? {
      running: 0,
      waiting: new Set<string>(),
      refill: undefined,
      hasClaimed: false,
    };
    this.pools.set(name, pool);
    return pool;
  }
}
