import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import { allowance, WINDOW_MS } from './budget.js';
import {
  busyMs,
  holdMs,
  ROUNDING_MS,
  WindowStore,
  type SlidingBudget,
  type Taking,
  type Verdict,
} from './window.store.js';

interface Counted {
  /** Milliseconds since 1970 by call id. */
  stamps: Map<string, number>;
  windowMs: number;
  busyUntil: number;
}

// Between two clean-ups of keys that nobody uses any more.
const TAKINGS_PER_SWEEP = 1_000;

/** Timestamps in the memory of one process. */
@Injectable()
export class MemoryWindowStore extends WindowStore {
  private readonly counts = new Map<string, Counted>();
  private takings = 0;

  constructor(private readonly clock: Clock) {
    super();
  }

  take(taking: Taking): Promise<Verdict> {
    const now = this.now();
    this.sweep(now);
    let refusal: Extract<Verdict, { taken: false }> | undefined;
    for (const budget of taking.budgets) {
      const waitMs = this.waitFor(budget, taking, now);
      if (waitMs > (refusal?.waitMs ?? 0)) refusal = { taken: false, budget, waitMs };
    }
    if (refusal) return Promise.resolve(refusal);
    this.note(taking);
    return Promise.resolve({ taken: true });
  }

  /** Counts a call that somebody else has let through. */
  note({ id, budgets }: Taking): void {
    const now = this.now();
    for (const budget of budgets) {
      const counted = this.counted(budget);
      counted.stamps.set(id, now + holdMs(counted.windowMs));
    }
  }

  settle({ id, budgets }: Taking): Promise<void> {
    const now = this.now();
    for (const { key } of budgets) {
      const stamps = this.counts.get(key)?.stamps;
      if (stamps?.has(id)) stamps.set(id, now);
    }
    return Promise.resolve();
  }

  release({ id, budgets }: Taking): Promise<void> {
    for (const { key } of budgets) this.counts.get(key)?.stamps.delete(id);
    return Promise.resolve();
  }

  private waitFor(budget: SlidingBudget, { priority }: Taking, now: number): number {
    const counted = this.counted(budget);
    if (priority === 'interactive') counted.busyUntil = now + busyMs(counted.windowMs);
    forget(counted, now);
    const limit = allowance(budget.limit, priority, counted.busyUntil > now);
    const tooMany = counted.stamps.size - limit;
    if (tooMany < 0) return 0;
    const sorted = [...counted.stamps.values()].toSorted((a, b) => a - b);
    return (sorted[tooMany] ?? now) + counted.windowMs + ROUNDING_MS - now;
  }

  private counted({ key, window }: SlidingBudget): Counted {
    const known = this.counts.get(key);
    if (known) return known;
    const fresh = { stamps: new Map<string, number>(), windowMs: WINDOW_MS[window], busyUntil: 0 };
    this.counts.set(key, fresh);
    return fresh;
  }

  private sweep(now: number): void {
    this.takings += 1;
    if (this.takings % TAKINGS_PER_SWEEP !== 0) return;
    for (const [key, counted] of this.counts) {
      forget(counted, now);
      if (counted.stamps.size === 0 && counted.busyUntil <= now) this.counts.delete(key);
    }
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

function forget({ stamps, windowMs }: Counted, now: number): void {
  for (const [id, stamp] of stamps) if (stamp + windowMs + ROUNDING_MS <= now) stamps.delete(id);
}
