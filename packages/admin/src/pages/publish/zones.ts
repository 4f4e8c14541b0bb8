/** The IANA time zone of the browser. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

let known: string[] | undefined;

export function allZones(): string[] {
  known ??= [...new Set([ownZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  return known;
}

/** The wall clock of a zone, as `2026-11-24 10:00:00`. */
export function localTime(at: string | number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

export function dayOf(at: string | number, timeZone: string): string {
  return localTime(at, timeZone).slice(0, 10);
}

/** Moves a day by whole days; a calendar has no clock changes. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The local time of a post, moved by whole days. The hour on the clock stays, also across a clock change. */
export function movedBy(at: string, timeZone: string, days: number): string {
  const local = localTime(at, timeZone);
  return `${addDays(local.slice(0, 10), days)}T${local.slice(11)}`;
}

/** The instant at which a day begins in the browser's zone. */
export function beginningOf(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString();
}
