import { toWireTime } from '../../tiktok/index.js';

const ZONED = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(?:Z|[+-](\d{2}):(\d{2}))$/;

/** Reads an ISO 8601 time with a zone. @returns undefined for other texts, and for dates that no calendar has */
export function toInstant(text: string): Date | undefined {
  const match = ZONED.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = match
    .slice(1)
    .map((part?: string) => Number(part ?? 0));
  const inClock = hour < 24 && minute < 60 && second < 60 && zoneHour < 24 && zoneMinute < 60;
  const date = new Date(Date.UTC(year, month - 1, day));
  // Date moves 30 February to March.
  const inCalendar = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return inClock && inCalendar ? new Date(text) : undefined;
}

/** Writes a time with a zone as TikTok takes it. @returns undefined for an absent one, and for what `toInstant` refuses */
export function wireTimeOf(text: string | undefined): string | undefined {
  const time = text === undefined ? undefined : toInstant(text);
  return time && toWireTime(time);
}
