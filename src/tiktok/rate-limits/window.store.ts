import type { Budget } from './budget.js';
import type { Priority } from './rated-call.js';

/** One call that wants to be counted. */
export interface Taking {
  /** Unique among all calls of all processes. */
  id: string;
  priority: Priority;
  /** Who has to share app-wide budgets with others. */
  sharer: string;
  /** The day in UTC on which it leaves. */
  day: string;
  budgets: readonly Budget[];
}

export type Verdict =
  | { taken: true }
  /** The budget that makes the call wait longest, and when to ask again. */
  | { taken: false; budget: Budget; waitMs: number };

/**
 * Counts calls as TikTok does. Where its windows slide, by their timestamps; a call is stamped again when its answer
 * has come, since TikTok counted it at some moment before that: however long the way was, the call that takes its place
 * leaves a whole window later. Where the window is a day in UTC, by a number. See docs/adr/0005.
 */
export abstract class WindowStore {
  /** Takes one call from every budget, or from none. */
  abstract take(taking: Taking): Promise<Verdict>;
  /** The answer has come, or nobody waits for it any more: the windows begin to slide now. */
  abstract settle(taking: Taking): Promise<void>;
  /** The call never left: gives back what it took. */
  abstract release(taking: Taking): Promise<void>;
}

/** How long background work keeps its distance after an interactive call, and others count as wanting more. */
export function busyMs(windowMs: number): number {
  return Math.min(Math.max(windowMs, 10_000), 60_000);
}

// The transport gives up after that.
const LONGEST_CALL_MS = 30_000;

/**
 * A call under way must not slide out of its window before it is settled, however slow TikTok is: until then it is stamped
 * so far in the future. Only the window of a second can end before a call does.
 */
export function holdMs(windowMs: number): number {
  return windowMs < LONGEST_CALL_MS ? LONGEST_CALL_MS : 0;
}

/** A clock that counts whole milliseconds may be nearly one early. */
export const ROUNDING_MS = 1;
