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
