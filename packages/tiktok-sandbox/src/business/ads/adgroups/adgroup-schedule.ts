import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam, missing } from '../../wire/business-error.js';

const HOUR_MS = 3_600_000;
const LATEST_PAST_MS = 12 * HOUR_MS;
const LATEST_START = Date.UTC(2028, 0, 1);
const LATEST_END = Date.UTC(2038, 0, 1);
/** SCHEDULE_FROM_NOW has an end as well: the server sets it. */
const OPEN_END_YEARS = 10;

/** Reads the schedule of a new ad group (UTC). @throws BusinessError 40002 */
export function readSchedule(
  { params, settings, now }: AdvertiserCall,
  scheduleType: string,
  budgetMode: string,
): { startsAt: number; endsAt: number } {
  const startsAt = params.time('schedule_start_time');
  if (startsAt === undefined) throw missing('schedule_start_time');
  if (settings.pastStart === 'refuse' && startsAt < now - LATEST_PAST_MS)
    throw invalidParam('schedule_start_time: Must not be more than 12 hours in the past.');
  if (startsAt > LATEST_START) throw invalidParam('schedule_start_time: Must not be after 2028-01-01.');
  const endsAt = params.time('schedule_end_time');
  if (endsAt !== undefined && endsAt > LATEST_END)
    throw invalidParam('schedule_end_time: Must not be after 2038-01-01.');
  const needsEnd = scheduleType === 'SCHEDULE_START_END' || budgetMode === 'BUDGET_MODE_TOTAL';
  if (endsAt === undefined && needsEnd) throw missing('schedule_end_time');
  if (endsAt !== undefined && needsEnd) {
    requireOrder(startsAt, endsAt);
    return { startsAt, endsAt };
  }
  const open = new Date(startsAt);
  open.setUTCFullYear(open.getUTCFullYear() + OPEN_END_YEARS);
  return { startsAt, endsAt: open.getTime() };
}

export function requireOrder(startsAt: number, endsAt: number): void {
  if (endsAt <= startsAt) throw invalidParam('schedule_end_time: Must be after schedule_start_time.');
}
