import { isUrl } from '../../config/index.js';
import { wireTime } from '../../tiktok/index.js';

// Parsing each URL as a whole would take as long as parsing all of a page.
const EXPIRES = /^[^?#]*\?(?:[^#]*?&)?x-expires=(\d+)(?:[&#]|$)/;

/** Reads the URL of a picture; null for anything else. */
export function coverOf(value: unknown): string | null {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && isUrl(value) ? value : null;
}

/** Returns when the signature of a cover ends; null if the URL does not say so. */
export function coverExpiry(url: string): Date | null {
  const [, seconds] = EXPIRES.exec(url) ?? [];
  return seconds === undefined ? null : wireTime(seconds);
}

/** Returns the cover that a browser can still load; null once its signature has ended. */
export function shownCover(
  { coverUrl, coverExpiresAt }: { coverUrl: string | null; coverExpiresAt: Date | null },
  now: Date,
): string | null {
  return coverExpiresAt !== null && coverExpiresAt <= now ? null : coverUrl;
}
