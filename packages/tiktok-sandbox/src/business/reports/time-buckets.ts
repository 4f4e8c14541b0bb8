import type { Advertiser } from '../advertisers/advertiser.js';
import { timeText } from '../wire/time-text.js';
import { DAY_MS } from './advertiser-day.js';
import type { ReportQuery } from './report-query.js';

const HOUR_MS = 3_600_000;

export interface TimeBucket {
  readonly from: number;
  readonly to: number;
  /** `stat_time_day` or `stat_time_hour` as text; null when the report has no time. */
  readonly label: string | null;
}

/** The stretches of time that a report has rows for, in the advertiser's own time. */
export function timeBuckets(
  { days, time, inUtc }: Pick<ReportQuery, 'days' | 'time' | 'inUtc'>,
  advertiser: Advertiser,
  now: number,
): TimeBucket[] {
  if (days === null) return [{ from: 0, to: now, label: null }];
  const offset = inUtc ? 0 : advertiser.utcOffsetHours * HOUR_MS;
  const end = days.to + DAY_MS;
  if (time === null) return [{ from: days.from - offset, to: end - offset, label: null }];
  const step = time === 'stat_time_hour' ? HOUR_MS : DAY_MS;
  const buckets: TimeBucket[] = [];
  for (let local = days.from; local < end && local - offset <= now; local += step)
    buckets.push({ from: local - offset, to: local + step - offset, label: timeText(local) });
  return buckets;
}
