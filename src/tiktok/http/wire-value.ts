/** Reads a number, or its digits as text. Rejects negative numbers. */
export function wireNumber(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,20}$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number < Infinity ? number : null;
}

/** Reads a counter. Rejects one beyond 2^53, which cannot be real. */
export function wireCounter(value: unknown): number | null {
  const count = wireNumber(value);
  return count === null || count > Number.MAX_SAFE_INTEGER ? null : Math.trunc(count);
}

// The last second of a year with four digits.
const MAX_TIME_SECONDS = 253_402_300_799;

/** Reads a time in UTC seconds. Rejects one beyond a four-digit year. */
export function wireTime(value: unknown): Date | null {
  const seconds = wireNumber(value);
  return seconds === null || seconds > MAX_TIME_SECONDS ? null : new Date(seconds * 1000);
}

/** Reads an id, as text. */
export function wireId(value: unknown): string | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^\d{1,30}$/.test(text) ? text : undefined;
}
