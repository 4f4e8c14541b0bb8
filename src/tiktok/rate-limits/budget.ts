export type SlidingWindow = 'second' | 'minute';
/** A UTC day starts at midnight for everyone; the other windows slide. */
export type Window = SlidingWindow | 'utc-day';

/** Whose limit it is. */
export type BudgetScope = 'app' | 'endpoint' | 'advertiser' | 'account';

/** The number of calls allowed within a window, counted together for everything with the same key. */
export interface Budget {
  key: string;
  scope: BudgetScope;
  /** The path, or the group of paths, whose calls count. */
  covers: string;
  limit: number;
  window: Window;
}

export const WINDOW_MS: Record<SlidingWindow, number> = { second: 1_000, minute: 60_000 };
const DAY_MS = 86_400_000;
// A clock that counts whole milliseconds may be nearly one early.
const ROUNDING_MS = 1;
// The transport gives up after that.
const LONGEST_CALL_MS = 30_000;

/** Returns the time after which a call that TikTok counts now no longer matters. */
export function windowMs({ window }: Budget, now: Date): number {
  return window === 'utc-day' ? msToMidnightUtc(now) : WINDOW_MS[window] + ROUNDING_MS;
}

/** Returns how long a call in flight keeps its place: it must not leave the window before its response arrives. */
export function inFlightMs(budget: Budget, now: Date): number {
  return windowMs(budget, now) + (budget.window === 'second' ? LONGEST_CALL_MS : 0);
}

/** Returns the longest wait for a place. A call in flight will most likely end now, so its window is the wait. */
export function longestWaitMs(budget: Budget, now: Date): number {
  return isSliding(budget) ? windowMs(budget, now) - ROUNDING_MS : windowMs(budget, now);
}

/**
 * Returns how long an interactive call keeps places free for the next ones. Briefly for a limit per second: an interactive call
 * that finds no place there waits for one.
 */
export function interactiveMs({ window }: Budget): number {
  return window === 'second' ? 3_000 : 60_000;
}

/** Returns how long a refusal counts as demand. */
export function demandMs({ window }: Budget): number {
  return window === 'second' ? 10_000 : 60_000;
}

export function msToMidnightUtc(now: Date): number {
  return DAY_MS - (now.getTime() % DAY_MS);
}

export function isSliding({ window }: Budget): boolean {
  return window !== 'utc-day';
}

/** True if consumers compete for this budget. For a UTC day they already compete within its shorter windows. */
export function isShared(budget: Budget): boolean {
  return (budget.scope === 'app' || budget.scope === 'endpoint') && isSliding(budget);
}
