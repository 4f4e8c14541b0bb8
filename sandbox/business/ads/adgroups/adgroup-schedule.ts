import { invalidParam, missing } from '../../wire/business-error.js';
import type { Params } from '../../wire/params.js';
import { parseTimeText } from '../../wire/time-text.js';

const HOUR_MS = 3_600_000;
const LATEST_PAST_MS = 12 * HOUR_MS;
/** SCHEDULE_FROM_NOW has an end as well: the server sets it. */
const OPEN_END_YEARS = 10;

export function timeIn(params: Params, key: string): number | undefined {
  const text = params.text(key);
  if (text === undefined) return undefined;
  const ms = parseTimeText(text);
  if (ms === undefined) throw invalidParam(`${key}: Not a valid time, use YYYY-MM-DD HH:MM:SS.`);
  return ms;
}

/** Reads when a new ad group runs (UTC). @throws BusinessError 40002 */
export function readSchedule(
  params: Params,
  scheduleType: string,
  budgetMode: string,
  now: number,
): { startsAt: number; endsAt: number } {
  const startsAt = timeIn(params, 'schedule_start_time');
  if (startsAt === undefined) throw missing('schedule_start_time');
  if (startsAt < now - LATEST_PAST_MS)
    throw invalidParam('schedule_start_time: Must not be more than 12 hours in the past.');
  const endsAt = timeIn(params, 'schedule_end_time');
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
