import type { Ad } from '../ads/ad-objects.js';
import { DAY_MS } from './advertiser-day.js';

/** The activity of users in each hour of their day. */
const HOURS = [3, 2, 1, 1, 1, 2, 3, 4, 4, 4, 4, 5, 6, 5, 5, 5, 5, 6, 7, 8, 9, 8, 6, 4] as const;

const TOTAL = HOURS.reduce<number>((sum, weight) => sum + weight, 0);

/** The share of a day's activity that lies before each hour. */
const BEFORE = HOURS.map((_weight, hour) => HOURS.slice(0, hour).reduce<number>((a, b) => a + b, 0) / TOTAL);

function activityUntil(offsetMs: number): number {
  if (offsetMs <= 0) return 0;
  if (offsetMs >= DAY_MS) return 1;
  const hours = offsetMs / 3_600_000;
  const hour = Math.floor(hours);
  return (BEFORE[hour] ?? 0) + ((HOURS[hour] ?? 0) / TOTAL) * (hours - hour);
}

/**
 * The budget of the day that begins at `dayStart` which was there to be spent until `until`: each span's
 * daily budget by the share of the day's activity that it covers.
 */
export function deliveredBudget(
  ad: Ad,
  schedule: { readonly startsAt: number; readonly endsAt: number },
  dayStart: number,
  until: number,
): number {
  let budget = 0;
  for (const span of ad.delivery) {
    const from = Math.max(span.from, schedule.startsAt);
    const to = Math.min(span.to ?? Infinity, schedule.endsAt, until);
    if (to > from && to > dayStart && from < dayStart + DAY_MS)
      budget += span.dailyBudget * (activityUntil(to - dayStart) - activityUntil(from - dayStart));
  }
  return budget;
}
