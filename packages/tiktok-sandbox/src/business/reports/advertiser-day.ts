import type { Advertiser } from '../advertisers/advertiser.js';

export const DAY_MS = 86_400_000;

/** Midnight in the advertiser's own time, at or before `ms`. */
export function startOfDay({ utcOffsetHours }: Pick<Advertiser, 'utcOffsetHours'>, ms: number): number {
  const offset = utcOffsetHours * 3_600_000;
  return Math.floor((ms + offset) / DAY_MS) * DAY_MS - offset;
}

/** `YYYY-MM-DD` of a time in the advertiser's own time. */
export function localDay({ utcOffsetHours }: Pick<Advertiser, 'utcOffsetHours'>, ms: number): string {
  return new Date(ms + utcOffsetHours * 3_600_000).toISOString().slice(0, 10);
}
