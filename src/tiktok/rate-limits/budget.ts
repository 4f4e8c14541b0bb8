import type { Priority } from './rated-call.js';

/** A day in UTC begins at midnight for everybody; the other windows slide. */
export type Window = SlidingWindow | 'utc-day';
export type SlidingWindow = 'second' | 'minute' | 'rolling-day';

/** What a budget is for; also what people are told. */
export type BudgetScope = 'app' | 'endpoint' | 'advertiser' | 'account';

/** So many calls within a window, for everything that shares the key. */
export interface Budget {
  key: string;
  scope: BudgetScope;
  limit: number;
  window: Window;
}

export const WINDOW_MS: Record<SlidingWindow, number> = {
  second: 1_000,
  minute: 60_000,
  'rolling-day': 86_400_000,
};

// Always kept for people; below fifty calls a window it rounds to nothing.
const RESERVED_SHARE = 0.02;
// What background work may use while people are calling.
const BUSY_BACKGROUND_SHARE = 0.8;

/**
 * How many of a budget's calls a priority may use. Background work has nearly all of it while nobody is waiting.
 * @param busy whether there was an interactive call lately
 */
export function allowance(limit: number, priority: Priority, busy: boolean): number {
  if (priority !== 'background') return limit;
  const share = busy ? Math.floor(limit * BUSY_BACKGROUND_SHARE) : limit - Math.floor(limit * RESERVED_SHARE);
  return Math.max(share, 1);
}

/** Whether all organisations draw on it together, so that it has to be shared out (`fair-share.ts`). */
export function isAppWide({ scope }: Budget): boolean {
  return scope === 'app' || scope === 'endpoint';
}
