import { offsetMs, toIsoWithOffset } from './time-zone.js';

/** An ISO 8601 date and time, local or with an offset. */
const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:\d{2})?$/;
// Offsets are at most 14 hours, so a clock change near a local time lies within this distance of the same digits in UTC.
const REACH_MS = 24 * 3_600_000;

/** The parsed time, or a message that says what to write instead. */
export type ReadTime = { at: Date } | { message: string };

/**
 * Parses ISO 8601 text. An offset in the text takes precedence over the time zone. A local time that a clock change skips
 * or repeats is rejected, never guessed.
 * @param timeZone a valid IANA name; required for text without an offset
 */
export function readTime(text: string, timeZone: string | undefined): ReadTime {
  const [, year, month, day, hour, minute, second = '0', fraction = '0', offset] = ISO.exec(text) ?? [];
  const digits = [year, month, day, hour, minute, second].map(Number);
  const utc = utcOf(digits, Number(fraction.padEnd(3, '0')));
  if (utc === undefined) {
    return {
      message: 'must be a valid date and time, such as 2026-11-24T10:00:00+01:00 or 2026-11-24T10:00',
    };
  }
  if (offset !== undefined) return atOffset(utc, offset);
  if (timeZone === undefined)
    return { message: 'must end with an offset such as +01:00 or Z, or be sent with timeZone' };
  const [at, another] = instantsOf(utc, timeZone);
  if (!at) return { message: skipped(utc, timeZone) };
  if (another) return { message: repeated(at, another, timeZone) };
  return { at };
}

/** Returns undefined for dates that do not exist, such as 30 February, and for 24:00. */
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

/** Returns every instant at which clocks of the zone show this time: none, one or two, in order. */
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
  // Applying the old offset gives the time on a clock that was not moved forward.
  const meant = toIsoWithOffset(new Date(utc - before), timeZone);
  const minutes = Math.round((after - before) / 60_000);
  return `does not exist in ${timeZone}, because clocks move forward by ${minutes} min then. Use ${meant} instead`;
}

function repeated(first: Date, second: Date, timeZone: string): string {
  const [one, other] = [toIsoWithOffset(first, timeZone), toIsoWithOffset(second, timeZone)];
  return `occurs twice in ${timeZone}, because clocks move back then. Use ${one} or ${other}`;
}
