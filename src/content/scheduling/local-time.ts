import { offsetMs, withOffset } from './time-zone.js';

/** A time on the clocks of a place, or with its distance from UTC. */
const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:\d{2})?$/;
// An instant lies within 14 hours of the same digits read as UTC, so a change of clocks near it lies between these.
const REACH_MS = 24 * 3_600_000;

/** The parsed time, or a message that names what to write instead. */
export type ReadTime = { at: Date } | { message: string };

/**
 * An instant from ISO 8601 text. With a distance from UTC that decides; otherwise the clocks of the time zone do. Where
 * they are put forward some times do not exist, where they are put back some occur twice: nothing is guessed then.
 * @param timeZone IANA name, checked by `isTimeZone`; needed for text without a distance
 */
export function readTime(text: string, timeZone: string | undefined): ReadTime {
  const [, year, month, day, hour, minute, second = '0', fraction = '0', offset] = ISO.exec(text) ?? [];
  const digits = [year, month, day, hour, minute, second].map(Number);
  const utc = utcOf(digits, Number(fraction.padEnd(3, '0')));
  if (utc === undefined) {
    return {
      message: 'must be a time that the calendar has, such as 2026-11-24T10:00:00+01:00 or 2026-11-24T10:00',
    };
  }
  if (offset !== undefined) return atOffset(utc, offset);
  if (timeZone === undefined)
    return { message: 'must end with an offset such as +01:00 or Z, or come with timeZone' };
  const [at, another] = instantsOf(utc, timeZone);
  if (!at) return { message: skipped(utc, timeZone) };
  if (another) return { message: repeated(at, another, timeZone) };
  return { at };
}

/** Undefined for what is not in the calendar, such as 30 February or 24:00. */
function utcOf(digits: number[], milliseconds: number): number | undefined {
  const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN] = digits;
  const utc = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  if (Number.isNaN(utc)) return undefined;
  const back = new Date(utc);
  const read = [back.getUTCFullYear(), back.getUTCMonth() + 1, back.getUTCDate()];
  const clock = [back.getUTCHours(), back.getUTCMinutes(), back.getUTCSeconds()];
  return [...read, ...clock].every((part, index) => part === digits[index]) ? utc : undefined;
}

function atOffset(utc: number, offset: string): ReadTime {
  if (offset === 'Z') return { at: new Date(utc) };
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  if (hours > 14 || minutes > 59) return { message: 'must have an offset between -14:00 and +14:00' };
  const distance = (hours * 60 + minutes) * 60_000;
  return { at: new Date(offset.startsWith('-') ? utc + distance : utc - distance) };
}

/** Every instant at which the clocks of the zone show these digits: none, one, or two; the earlier first. */
function instantsOf(utc: number, timeZone: string): Date[] {
  const offsets = new Set([-REACH_MS, REACH_MS].map((reach) => offsetMs(new Date(utc + reach), timeZone)));
  return [...offsets]
    .map((offset) => new Date(utc - offset))
    .filter((at) => at.getTime() + offsetMs(at, timeZone) === utc)
    .toSorted((one, other) => one.getTime() - other.getTime());
}

function skipped(utc: number, timeZone: string): string {
  const before = offsetMs(new Date(utc - REACH_MS), timeZone);
  const after = offsetMs(new Date(utc + REACH_MS), timeZone);
  // Read with the distance from before it is what a clock that nobody has put forward would show.
  const meant = withOffset(new Date(utc - before), timeZone);
  const minutes = Math.round((after - before) / 60_000);
  return `does not exist in ${timeZone}: the clocks are put forward by ${minutes} minutes then; take for example ${meant}`;
}

function repeated(first: Date, second: Date, timeZone: string): string {
  const [one, other] = [withOffset(first, timeZone), withOffset(second, timeZone)];
  return `occurs twice in ${timeZone}, because the clocks are put back then: write ${one} or ${other}`;
}
