import { Injectable } from '@nestjs/common';
import { LEASE_SECONDS, type ClaimedRow } from './work-claims.js';
import { WorkRunner } from './work-runner.js';
import type { Work } from './work.js';

// Rows that wait unclaimed. Those beyond this limit are left to the reconciler, here or in another process.
const MAX_WOKEN = 100;
// New rows that wait claimed, unless the kind of work says otherwise.
const MAX_AHEAD = 100;

// A row that has waited longer may belong to another process by the time it is handled.
const CLAIM_VALID_MS = (LEASE_SECONDS / 2) * 1000;

/** A row that this process has claimed. */
interface Claimed {
  row: ClaimedRow;
  until: number;
}

interface Pool {
  work: Work;
  running: number;
  /** First in, first out. An id that is already waiting is not added again. Some rows are claimed already. */
  waiting: Map<string, Claimed | undefined>;
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

  /**
   * Runs the row's handler as soon as its pool has room. Returns at once.
   * @param claimed the row, if this process has claimed it
   */
  offer(work: Work, id: string, claimed?: ClaimedRow): void {
    const pool = this.pool(work);
    if (this.stopped || pool.waiting.has(id)) return;
    // `room` has limited those that are claimed. Without them, their leases would keep them from everyone for a while.
    if (!claimed && pool.waiting.size >= mostWaiting(work)) return;
    pool.waiting.set(id, claimed && { row: claimed, until: performance.now() + CLAIM_VALID_MS });
    this.advance(work, pool);
  }

  /** Offers rows whose order counts: they go before all that is waiting. */
  offerInOrder(work: Work, ids: readonly string[]): void {
    const pool = this.pool(work);
    if (this.stopped) return;
    const ordered = new Set([...ids, ...pool.waiting.keys()]);
    pool.waiting = new Map([...ordered].slice(0, mostWaiting(work)).map((id) => [id, pool.waiting.get(id)]));
    this.advance(work, pool);
  }

  /** How many new rows can be offered now. The rest is for those that the reconciler finds. */
  room(work: Work): number {
    return this.stopped ? 0 : Math.max(mostAhead(work) - this.pool(work).waiting.size, 0);
  }

  /**
   * Asks for more rows when the current ones are nearly done, so that a backlog does not wait for the next reconciliation.
   * `refill` is not called when other processes had claimed all of the rows.
   */
  whenNearlyEmpty(work: Work, refill: () => void): void {
    const pool = this.pool(work);
    pool.hasClaimed = false;
    pool.refill = refill;
  }

  /** Accepts no more rows, returns those that are waiting, and waits for the running ones. */
  async stop(): Promise<void> {
    this.stopped = true;
    const left = [...this.pools.values()].map(({ work, waiting }) => ({
      work,
      rows: [...waiting.values()].flatMap((claimed) => claimed?.row ?? []),
    }));
    for (const pool of this.pools.values()) {
      pool.waiting.clear();
      pool.refill = undefined;
    }
    await Promise.all([
      ...left.map(({ work, rows }) => this.runner.giveBack(work, rows)),
      this.runner.stop(),
    ]);
  }

  private advance(work: Work, pool: Pool): void {
    const expired: ClaimedRow[] = [];
    for (const [id, claimed] of pool.waiting) {
      if (pool.running >= work.concurrency) break;
      pool.waiting.delete(id);
      if (claimed && claimed.until < performance.now()) {
        expired.push(claimed.row);
        continue;
      }
      pool.running += 1;
      const onClaim = () => void (pool.hasClaimed = true);
      void this.runner.run(work, id, { onClaim, claimed: claimed?.row }).finally(() => {
        pool.running -= 1;
        this.advance(work, pool);
      });
    }
    if (expired.length > 0) void this.runner.giveBack(work, expired);
    if (pool.waiting.size > work.concurrency || !pool.hasClaimed) return;
    const { refill } = pool;
    pool.refill = undefined;
    refill?.();
  }

  private pool(work: Work): Pool {
    const pool: Pool = this.pools.get(work.name) ?? {
      work,
      running: 0,
      waiting: new Map<string, Claimed | undefined>(),
      refill: undefined,
      hasClaimed: false,
    };
    this.pools.set(work.name, pool);
    return pool;
  }
}

function mostAhead({ ahead = MAX_AHEAD }: Work): number {
  return ahead;
}

function mostWaiting(work: Work): number {
  return mostAhead(work) + MAX_WOKEN;
}
