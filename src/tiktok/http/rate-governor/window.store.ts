import type { Budget, Window } from './budget.js';
import type { Priority } from './rated-call.js';

/** A budget whose window slides. */
export type SlidingBudget = Budget & { window: Exclude<Window, 'utc-day'> };

/** One call that wants to be counted. */
export interface Taking {
  /** Unique among all calls of all processes. */
  id: string;
  priority: Priority;
  budgets: readonly SlidingBudget[];
}

export type Verdict =
  | { taken: true }
  /** The budget that makes the call wait longest, and when to ask again. */
  | { taken: false; budget: SlidingBudget; waitMs: number };

/**
 * Counts calls exactly as a server with sliding windows does: by their timestamps. A call is stamped again when its
 * answer has come, since TikTok counted it at some moment before that: however long the way was, the call that takes
 * its place leaves a whole window later. See docs/adr/0005.
 */
export abstract class WindowStore {
  /** Takes one call from every budget, or from none. */
  abstract take(taking: Taking): Promise<Verdict>;
  /** The answer has come, or nobody waits for it any more: the windows begin to slide now. */
  abstract settle(taking: Taking): Promise<void>;
  /** The call never left: gives back what it took. */
  abstract release(taking: Taking): Promise<void>;
}

/** How long background work keeps its distance after an interactive call. */
export function busyMs(windowMs: number): number {
  return Math.min(Math.max(windowMs, 10_000), 60_000);
}

/**
 * A call under way must not slide out of its window before it is settled. Requests are given up after 30 s, so only the
 * window of a second can end before that.
 */
export function holdMs(windowMs: number): number {
  return windowMs <= 1_000 ? windowMs : 0;
}

/** A clock that counts whole milliseconds may be nearly one early. */
export const ROUNDING_MS = 1;
