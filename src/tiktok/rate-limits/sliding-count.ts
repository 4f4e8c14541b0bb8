import { allowance, isAppWide, WINDOW_MS, type Budget, type SlidingWindow } from './budget.js';
import { ALONE, fairLimit, hasHadItsShare, type Standing } from './fair-share.js';
import { busyMs, holdMs, ROUNDING_MS, type Taking } from './window.store.js';

interface CountedCall {
  /** Milliseconds since 1970. */
  at: number;
  sharer: string;
}

/** The calls of one budget whose window slides, by call id; and who would like to make more. */
export class SlidingCount {
  private readonly windowMs: number;
  private readonly calls = new Map<string, CountedCall>();
  /** When each sharer was refused last. */
  private readonly refusals = new Map<string, number>();
  /** When sharers were refused that had not had their share. */
  private unmet: number[] = [];
  private busyUntil = 0;

  constructor(window: SlidingWindow) {
    this.windowMs = WINDOW_MS[window];
  }

  /** @returns milliseconds until the call may leave; 0 is now */
  waitMs(budget: Budget, taking: Taking, now: number): number {
    if (taking.priority === 'interactive') this.busyUntil = now + busyMs(this.windowMs);
    this.forget(now);
    const allowed = allowance(budget.limit, taking.priority, this.busyUntil > now);
    const shares = taking.priority === 'background' && isAppWide(budget);
    const standing = shares ? this.standingOf(taking.sharer) : ALONE;
    const limit = fairLimit(allowed, standing, Math.floor(now / this.windowMs));
    const tooMany = this.calls.size - limit;
    if (tooMany < 0) return 0;
    if (shares) {
      this.refusals.set(taking.sharer, now);
      if (!hasHadItsShare(allowed, standing)) this.unmet.push(now);
    }
    const sorted = Array.from(this.calls.values(), ({ at }) => at).toSorted((a, b) => a - b);
    // Of a call under way nobody knows the end; most have theirs at once.
    const leaver = Math.min(sorted[tooMany] ?? now, now);
    return leaver + this.windowMs + ROUNDING_MS - now;
  }

  add({ id, sharer }: Taking, now: number): void {
    this.calls.set(id, { at: now + holdMs(this.windowMs), sharer });
  }

  settle({ id }: Taking, now: number): void {
    const call = this.calls.get(id);
    if (call) call.at = now;
  }

  remove({ id }: Taking): void {
    this.calls.delete(id);
  }

  isIdle(now: number): boolean {
    this.forget(now);
    return this.calls.size === 0 && this.refusals.size === 0 && this.busyUntil <= now;
  }

  private standingOf(sharer: string): Standing {
    const others = this.refusals.size - Number(this.refusals.has(sharer));
    let own = 0;
    for (const call of this.calls.values()) if (call.sharer === sharer) own += 1;
    const unmet = (this.unmet.length * this.windowMs) / busyMs(this.windowMs);
    return { own, others, unmet };
  }

  private forget(now: number): void {
    for (const [id, { at }] of this.calls) if (at + this.windowMs + ROUNDING_MS <= now) this.calls.delete(id);
    for (const [sharer, at] of this.refusals)
      if (at + busyMs(this.windowMs) <= now) this.refusals.delete(sharer);
    this.unmet = this.unmet.filter((at) => at + busyMs(this.windowMs) > now);
  }
}
