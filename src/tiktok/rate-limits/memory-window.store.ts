import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import type { Budget } from './budget.js';
import { DayCount } from './day-count.js';
import { SlidingCount } from './sliding-count.js';
import { WindowStore, type Taking, type Verdict } from './window.store.js';

// Between two clean-ups of counts that nobody uses any more.
const TAKINGS_PER_SWEEP = 1_000;

/** Counts in the memory of one process. */
@Injectable()
export class MemoryWindowStore extends WindowStore {
  private readonly counts = new Map<string, SlidingCount | DayCount>();
  private takings = 0;

  constructor(private readonly clock: Clock) {
    super();
  }

  /** All in one turn of the event loop, so that nobody comes between looking and taking. */
  take(taking: Taking): Promise<Verdict> {
    const now = this.now();
    this.sweep(now);
    let refusal: Extract<Verdict, { taken: false }> | undefined;
    for (const budget of taking.budgets) {
      const waitMs = this.countOf(budget, taking).waitMs(budget, taking, now);
      if (waitMs > (refusal?.waitMs ?? 0)) refusal = { taken: false, budget, waitMs };
    }
    if (refusal) return Promise.resolve(refusal);
    this.note(taking);
    return Promise.resolve({ taken: true });
  }

  /** Counts a call that somebody else has let through. */
  note(taking: Taking): void {
    for (const budget of taking.budgets) this.countOf(budget, taking).add(taking, this.now());
  }

  settle(taking: Taking): Promise<void> {
    for (const budget of taking.budgets) this.countOf(budget, taking).settle(taking, this.now());
    return Promise.resolve();
  }

  release(taking: Taking): Promise<void> {
    for (const budget of taking.budgets) this.countOf(budget, taking).remove(taking);
    return Promise.resolve();
  }

  private countOf({ key, window }: Budget, { day }: Taking): SlidingCount | DayCount {
    const id = window === 'utc-day' ? `${key}:${day}` : key;
    const known = this.counts.get(id);
    if (known) return known;
    const fresh = window === 'utc-day' ? new DayCount(day) : new SlidingCount(window);
    this.counts.set(id, fresh);
    return fresh;
  }

  private sweep(now: number): void {
    this.takings += 1;
    if (this.takings % TAKINGS_PER_SWEEP !== 0) return;
    for (const [id, count] of this.counts) if (count.isIdle(now)) this.counts.delete(id);
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
