import { addDays } from '../zones.js';

const WEEK = 7;

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + WEEK - 1) % WEEK;
  return addDays(day, -weekday);
}

/** The days that the calendar shows: one week, or the full weeks of a month. */
export function daysOf(view: 'week' | 'month', day: string): string[] {
  if (view === 'week') return consecutive(mondayOf(day), WEEK);
  const first = `${day.slice(0, 7)}-01`;
  const start = mondayOf(first);
  const last = addDays(neighbour('month', first, 1), -1);
  const end = addDays(mondayOf(last), WEEK - 1);
  const days = consecutive(start, 6 * WEEK);
  return days.slice(0, days.indexOf(end) + 1);
}

/** A day of the week or month before or after. */
export function neighbour(view: 'week' | 'month', day: string, by: -1 | 1): string {
  if (view === 'week') return addDays(day, by * WEEK);
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10);
}

function consecutive(start: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(start, index));
}
