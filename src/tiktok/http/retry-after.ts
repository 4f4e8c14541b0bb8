const LONGEST_SECONDS = 86_400;

/**
 * Parses a `Retry-After` header: seconds or a date (RFC 9110 §10.2.3). TikTok does not document it, but gateways in front of
 * TikTok send it.
 * @returns whole seconds from `now`, from 1 to a day; undefined for any other value
 */
export function parseRetryAfter(header: string | string[] | undefined, now: Date): number | undefined {
  if (typeof header !== 'string') return undefined;
  const text = header.trim();
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000;
  if (Number.isNaN(seconds)) return undefined;
  return Math.min(Math.max(Math.ceil(seconds), 1), LONGEST_SECONDS);
}
