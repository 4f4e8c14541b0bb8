import { allowance, type Budget } from './budget.js';
import type { Taking } from './window.store.js';
import { msToMidnightUtc, utcDay } from './utc-day.js';

/** The calls of one budget on one day in UTC. */
export class DayCount {
  private used = 0;

  constructor(private readonly day: string) {}

  /** @returns milliseconds until the call may leave; 0 is now */
  waitMs({ limit }: Budget, { priority }: Taking, now: number): number {
    return this.used < allowance(limit, priority, false) ? 0 : msToMidnightUtc(new Date(now));
  }

  add(): void {
    this.used += 1;
  }

  settle(): void {
    // The day does not slide.
  }

  remove(): void {
    this.used -= 1;
  }

  isIdle(now: number): boolean {
    return this.day !== utcDay(new Date(now));
  }
}
