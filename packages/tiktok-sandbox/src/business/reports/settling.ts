import { seededRandom } from '../../random.js';
import { DAY_MS } from './advertiser-day.js';
import { ATTRIBUTED, type FigureName } from './figure-names.js';

/** What a figure knows at once of the conversions it will have in the end. */
const AT_ONCE = 0.55;

/** The day before is final after about 08:00 UTC; invalid traffic is taken off then, 1.5 % at most. */
const FINAL_AFTER_MS = 8 * 3_600_000;
const INVALID_AT_MOST = 0.015;

/**
 * Which part of a day's final figure is known at `now`: conversions come in for days, and traffic that
 * turns out invalid is taken back, so that spend and clicks fall a little.
 */
export function settledShare(
  figure: FigureName,
  seedName: string,
  dayStart: number,
  now: number,
  attributionDays: number,
): number {
  const ageDays = (now - dayStart) / DAY_MS;
  if (ATTRIBUTED.has(figure)) {
    if (attributionDays === 0 || ageDays >= attributionDays) return 1;
    return 1 - (1 - AT_ONCE) * Math.exp((-3 * Math.max(0, ageDays)) / attributionDays);
  }
  if (now < dayStart + DAY_MS + FINAL_AFTER_MS) return 1;
  return 1 - seededRandom(`${seedName}/invalid/${dayStart}`)() * INVALID_AT_MOST;
}
