// TikTok lists a new reply within seconds, rarely later.
const GROWTH = 3;
const LONGEST_SECONDS = 3_600;

/**
 * The pause before the next look for a result whose answer was lost.
 * @param checks so far
 * @param first seconds after the call, when the call has certainly ended
 * @returns seconds, or undefined to end the search
 */
export function secondsUntilLook(checks: number, first: number, most: number): number | undefined {
  return checks >= most ? undefined : Math.min(first * GROWTH ** checks, LONGEST_SECONDS);
}
