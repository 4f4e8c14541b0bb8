/** Reads an id. TikTok sends zero for "no parent". */
export function idOf(value: unknown): string | undefined {
  const digits = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^[1-9]\d*$/.test(digits) ? digits : undefined;
}

/** Reads a text that is not empty. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Reads a counter. */
export function countOf(value: unknown): number | null {
  const count = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

/** Reads a yes or no. */
export function flagOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** What lists say about who sees a comment. */
export function listedOf(status: unknown): 'public' | 'hidden' | null {
  return LISTED[String(status)] ?? null;
}

const DAY_MS = 86_400_000;

/** Rejects a time of creation that is later than the reading, clocks considered. */
export function possibleTime(time: Date | null, readAt: Date): Date | null {
  const isPossible = time && time.getTime() > 0 && time.getTime() <= readAt.getTime() + DAY_MS;
  if (!isPossible) return null;
  return new Date(Math.floor(time.getTime() / 1000) * 1000);
}

const LISTED: Record<string, 'public' | 'hidden'> = { PUBLIC: 'public', HIDDEN: 'hidden' };
