const MOST_SECONDS = 300;

/**
 * Returns how long to wait before a call is repeated, in seconds: each time twice as long, up to 5 min or the first pause.
 * @param failures so far, from 1
 * @param first about how long to wait after the first one
 * @param random in [0, 1), for jitter
 */
export function growingPause(failures: number, first: number, random = Math.random()): number {
  return Math.min(first * 2 ** (failures - 1), Math.max(first, MOST_SECONDS)) * (0.5 + random);
}
