/** `YYYY-MM-DD HH:MM:SS` in UTC, as ads objects carry it. */
export function timeText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

/** `2020-06-10T07:39:14Z`, as file objects carry it. */
export function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

const TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads a moment as callers send it: `YYYY-MM-DD HH:MM:SS` in UTC, as documented, or an ISO time with `T`, with
 * `Z` or an offset, with parts of a second, or a day alone. TikTok makes all of them into the documented form.
 * @returns undefined when it is no such time
 */
export function parseTime(text: string): number | undefined {
  const [, day, time = '00:00:00', zone = 'Z'] = TIME.exec(text) ?? [];
  if (day === undefined) return undefined;
  const local = Date.parse(`${day}T${time}Z`);
  // A 30 February is another day by the time it is written again.
  if (Number.isNaN(local) || timeText(local) !== `${day} ${time}`) return undefined;
  const ms = Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(ms) ? undefined : ms;
}

/** Midnight UTC of `YYYY-MM-DD`. @returns undefined when it is no such day */
export function parseDay(text: string): number | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseTime(text) : undefined;
}

export function dayText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
