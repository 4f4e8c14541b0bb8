import { addDays, dayIn, daysIn, dayText } from '../../reports/days.js';
import { finalTimes, nextCorrection } from '../finality.js';

const DAY_MS = 86_400_000;
/** How far back the first reading goes. Conversions of older days no longer change. */
export const FIRST_DAYS = 28;
/** Days that were missed, such as during an outage, are made up for so many days. */
export const OLDEST_DAYS = 90;
/** At this age, conversions have stopped to come in: a reading waits for that, so that it is final. */
const FINAL_AGE = 28;

/** When the figures of a day are read. */
export interface ReadingPolicy {
  /** Ages in days at which a day is read again. */
  adsRereadDays: readonly number[];
  /** True to read today, and days that TikTok has not corrected yet, each time. */
  adsToday: boolean;
}

export interface ReadSoFar {
  now: Date;
  timeZone: string | null;
  /** When each day was last read. */
  readAt: ReadonlyMap<string, Date>;
}

/** Returns the days that are to be read now, from old to new. */
export function dueDays({ now, timeZone, readAt }: ReadSoFar, policy: ReadingPolicy): string[] {
  const today = todayIn(timeZone, now);
  const from = firstDay(today, readAt);
  const all = Array.from({ length: daysIn({ from, to: today }) }, (_, index) => addDays(from, index));
  return all.filter((day) => {
    const ends = finalTimes(day, timeZone);
    if (reached(ends, 1) > now) return policy.adsToday;
    const last = readAt.get(day);
    if (last === undefined || last < reached(ends, 1)) return true;
    return policy.adsRereadDays.some((age) => last < reached(ends, age) && reached(ends, age) <= now);
  });
}

export function todayIn(timeZone: string | null, now: Date): string {
  return dayIn(timeZone, now) ?? dayText(now.getTime());
}

/** A day is one day old with TikTok's first correction of its figures, and one day older with each further one. */
export function reachesAge(day: string, age: number, timeZone: string | null): Date {
  return reached(finalTimes(day, timeZone), age);
}

function reached({ delivery, attributed }: ReturnType<typeof finalTimes>, age: number): Date {
  if (age < FINAL_AGE) return new Date(delivery.getTime() + (age - 1) * DAY_MS);
  return new Date(nextCorrection(attributed.getTime()).getTime() + (age - FINAL_AGE) * DAY_MS);
}

function firstDay(today: string, readAt: ReadonlyMap<string, Date>): string {
  const oldest = addDays(today, -OLDEST_DAYS);
  const known = [...readAt.keys()].filter((day) => day >= oldest);
  return known.reduce((first, day) => (day < first ? day : first), addDays(today, -FIRST_DAYS));
}
