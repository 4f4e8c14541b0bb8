const DAY_MS = 86_400_000;
/** The zone in which a day ends last. */
const LATEST_OFFSET_MS = -12 * 3_600_000;

/** Days as texts (YYYY-MM-DD) from `from` to `to`, both included. */
export interface Span {
  from: string;
  to: string;
}

/** True for an existing day as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && dayText(time) === text;
}

export function daysIn({ from, to }: Span): number {
  return (utcMidnight(to) - utcMidnight(from)) / DAY_MS + 1;
}

/**
 * Cuts a range into spans of at most so many days, without gap or overlap. One that begins after its end, as by another clock,
 * is its last day.
 */
export function splitDays({ from, to }: Span, most: number): Span[] {
  const spans: Span[] = [];
  const end = utcMidnight(to);
  for (let start = Math.min(utcMidnight(from), end); start <= end; start += most * DAY_MS)
    spans.push({ from: dayText(start), to: dayText(Math.min(start + (most - 1) * DAY_MS, end)) });
  return spans;
}

/** Returns the day at that time in a time zone. @returns undefined for a zone that is unknown */
export function dayIn(timeZone: string | null, at: Date): string | undefined {
  const format = timeZone === null ? undefined : formatOf(timeZone);
  if (!format) return undefined;
  return dayText(at.getTime() + offsetMs(at.getTime(), timeZone));
}

/** When a day ends in a time zone. In a zone that is unknown it ends as late as anywhere. */
export function endOfDay(day: string, timeZone: string | null): Date {
  const nextMidnight = utcMidnight(day) + DAY_MS;
  const first = nextMidnight - offsetMs(nextMidnight, timeZone);
  // The offset may change between the two midnights.
  return new Date(nextMidnight - offsetMs(first, timeZone));
}

function offsetMs(time: number, timeZone: string | null): number {
  const format = timeZone === null ? undefined : formatOf(timeZone);
  if (!format) return LATEST_OFFSET_MS;
  const parts = format.formatToParts(time);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return local - Math.floor(time / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** @returns undefined for a zone that this runtime does not know */
function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(timeZone)) formats.set(timeZone, newFormat(timeZone));
  return formats.get(timeZone);
}

function newFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  const digits = '2-digit';
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: digits,
      day: digits,
      hour: digits,
      minute: digits,
      second: digits,
    });
  } catch {
    return undefined;
  }
}

/** @returns the day so many days later, or earlier if the number is negative */
export function addDays(day: string, days: number): string {
  return dayText(utcMidnight(day) + days * DAY_MS);
}

/** Joins days that follow each other. @param days in order, each once */
export function toSpans(days: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else spans.push({ from: day, to: day });
  }
  return spans;
}

function utcMidnight(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

export function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
