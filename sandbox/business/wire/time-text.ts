/** `YYYY-MM-DD HH:MM:SS` in UTC, as ads objects carry it. */
export function timeText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

/** `2020-06-10T07:39:14Z`, as file objects carry it. */
export function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** Reads `YYYY-MM-DD HH:MM:SS` as UTC. @returns undefined when it is no such time */
export function parseTimeText(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return undefined;
  const ms = Date.parse(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(ms) || timeText(ms) !== text ? undefined : ms;
}

/** Midnight UTC of `YYYY-MM-DD`. @returns undefined when it is no such day */
export function parseDay(text: string): number | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseTimeText(`${text} 00:00:00`) : undefined;
}

export function dayText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
