import type { Watch } from './watches.store.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** TikTok announces comments within about five minutes. */
export const LATE_MS = 15 * MINUTE_MS;

/** A delivery that failed is repeated after growing pauses, so silence counts only when it has lasted. */
export const SILENCE_MS = 2 * HOUR_MS;

/** @returns since when changes count: of the window, but only of the time that was watched */
export function countedFrom(
  { watchedSince }: Pick<Watch, 'watchedSince'>,
  now: Date,
  windowHours: number,
): Date {
  return new Date(Math.max(watchedSince.getTime(), now.getTime() - windowHours * HOUR_MS));
}

/** True if changes of the watch may be counted: it has lasted long enough, and no known event is part of the time. */
export function isCounted(
  { announcedAt, alarmedFrom }: Pick<Watch, 'announcedAt' | 'alarmedFrom'>,
  from: Date,
  now: Date,
  windowHours: number,
): boolean {
  const silence = Math.min(SILENCE_MS, windowHours * HOUR_MS);
  if (alarmedFrom !== null || now.getTime() - from.getTime() < silence) return false;
  return announcedAt === null || announcedAt < from;
}
