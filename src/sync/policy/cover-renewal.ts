import { nextSlot, slotStart } from './cadence.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
// Accounts take their turns within the first 40 min of an hour, and a run may wait.
const MARGIN_MS = HOUR_MS;
// TikTok may repeat a URL, or send none: a video that was read a moment ago is not read again for its cover.
const REPEAT_MS = 2 * HOUR_MS;

/** The covers that a run renews. */
export interface CoverWindow {
  /** Videos that were published earlier get no new cover. */
  publishedAfter: Date;
  /** A cover that ends before this is renewed now. */
  endsBefore: Date;
  /** A video that was read later is left alone. */
  readBefore: Date;
}

export function coverWindow(coverDays: number, now: Date): CoverWindow {
  return {
    publishedAfter: new Date(now.getTime() - coverDays * DAY_MS),
    endsBefore: new Date(nextSlot(now, 1).getTime() + MARGIN_MS),
    readBefore: new Date(now.getTime() - REPEAT_MS),
  };
}

/** Returns the start of the hour in which a cover is renewed. */
export function coverDueAt(end: Date): Date {
  return slotStart(new Date(end.getTime() - MARGIN_MS), 1);
}
