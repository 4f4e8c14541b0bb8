import { addDays, todayIn, type DeliveredAdGroup } from '../../../ads/index.js';

/** When the comments of an ad group were last read. */
export interface AdGroupReading {
  readAt: Date;
  /** False if TikTok cut the list short. */
  toEnd: boolean;
}

export interface DueAdGroup extends DeliveredAdGroup {
  /** Undefined before the first complete reading. */
  readAt: Date | undefined;
}

const DAY_MS = 86_400_000;
/** Ad groups beyond the active ones that one run reads of an account. */
export const MOST_OTHERS = 100;
/** How far back the first reading goes. */
export const FIRST_DAYS = 90;
// Comments that TikTok has held back appear with the time at which they were written.
const OVERLAP_DAYS = 14;

const HOUR_MS = 3_600_000;
const HELD_BACK_HOURS = 24;
// 1,000 comments: a busy ad group must not use up the calls of the others.
const MOST_KNOWN_PAGES = 10;

/**
 * True if a page shows that what follows was read before. A comment that TikTok has held back stands among older ones, so that
 * pages without news are read on for a day, but only so many.
 */
export function isReadBefore(
  { readAt }: Pick<DueAdGroup, 'readAt'>,
  { found, oldestAt }: { found: number; oldestAt: Date | null },
  page: number,
): boolean {
  if (readAt === undefined || found > 0) return false;
  if (oldestAt === null || page >= MOST_KNOWN_PAGES) return true;
  return oldestAt.getTime() < readAt.getTime() - HELD_BACK_HOURS * HOUR_MS;
}

/**
 * Chooses the ad groups that a run reads: those that were delivered lately, then those that were never read, then the others
 * once a day. Deleted ones are read once.
 */
export function dueAdGroups(
  groups: readonly DeliveredAdGroup[],
  readings: ReadonlyMap<string, AdGroupReading>,
  startedAt: Date,
): DueAdGroup[] {
  const waiting = groups
    .filter(({ id }) => !isAfter(readings.get(id), startedAt))
    .map((group): DueAdGroup => Object.assign({ readAt: readAtOf(readings.get(group.id)) }, group));
  const active = waiting.filter(({ isActive, isDeleted }) => isActive && !isDeleted);
  const others = waiting
    .filter((one) => !active.includes(one) && isOtherDue(one, startedAt))
    .toSorted((one, other) => (one.readAt?.getTime() ?? 0) - (other.readAt?.getTime() ?? 0));
  return [...active, ...others.slice(0, MOST_OTHERS)];
}

/**
 * Returns the days that a reading asks for. TikTok does not say in which zone they are: these are days of the ad account, as in
 * its reports, with one more at each end. What is read twice changes nothing.
 */
export function daysToRead(
  { readAt, createdAt }: Pick<DueAdGroup, 'readAt' | 'createdAt'>,
  timeZone: string | null,
  now: Date,
): { from: string; to: string } {
  const today = todayIn(timeZone, now);
  const first = addDays(today, -FIRST_DAYS);
  const since = readAt
    ? addDays(todayIn(timeZone, readAt), -OVERLAP_DAYS)
    : dayOf(createdAt, timeZone, first);
  return { from: addDays(since > first ? since : first, -1), to: addDays(today, 1) };
}

function dayOf(time: Date | null, timeZone: string | null, fallback: string): string {
  return time ? todayIn(timeZone, time) : fallback;
}

function isAfter(reading: AdGroupReading | undefined, startedAt: Date): boolean {
  return reading !== undefined && reading.readAt >= startedAt;
}

/** A list that was cut short counts as not read. */
function readAtOf(reading: AdGroupReading | undefined): Date | undefined {
  return reading?.toEnd ? reading.readAt : undefined;
}

function isOtherDue({ readAt, isDeleted }: DueAdGroup, startedAt: Date): boolean {
  if (readAt === undefined) return true;
  return !isDeleted && startedAt.getTime() - readAt.getTime() >= DAY_MS;
}
