const LONGEST_SECONDS = 86_400;

/**
 * Reads a `Retry-After`, which TikTok does not document and gateways in front of it send all the same.
 * RFC 9110 §10.2.3: seconds, or a date.
 * @returns whole seconds from `now`, at least 1 and at most a day; undefined for what is neither
 */
export function parseRetryAfter(header: string | string[] | undefined, now: Date): number | undefined {
  if (typeof header !== 'string') return undefined;
  const text = header.trim();
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000;
  if (Number.isNaN(seconds)) return undefined;
  return Math.min(Math.max(Math.ceil(seconds), 1), LONGEST_SECONDS);
}
