const OFFSET = /GMT(?:([+-]\d{2}:\d{2}))?$/;

/**
 * Adds the offset of a zone to a wall clock time, as the API takes it.
 * @param local such as `2026-12-01T09:00`
 * @returns undefined for a text that is no time
 */
export function withOffset(local: string, timeZone: string): string | undefined {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // The offset at the time itself is not known yet. That of the guess is wrong only around a clock change.
  const guess = asUtc - minutesOf(offsetAt(asUtc, timeZone)) * MINUTE_MS;
  return `${local}:00${offsetAt(guess, timeZone)}`;
}

/** The wall clock of a zone, as the browser's input takes it: `2026-12-01T09:00`. */
export function wallClock(at: number | string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(new Date(at)).replace(' ', 'T');
}

function offsetAt(at: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return OFFSET.exec(format.format(at))?.[1] ?? '+00:00';
}

function minutesOf(offset: string): number {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

const MINUTE_MS = 60_000;
