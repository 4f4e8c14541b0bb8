// Quick at first, for a restart of the other side; nine attempts in 23 hours and 36 minutes.
const WAITS_SECONDS = [5, 30, 300, 1_800, 7_200, 18_000, 28_800, 28_800];

/**
 * How long to wait after an attempt that failed.
 * @param attempts made so far, this one included
 * @returns seconds, or undefined when it is time to give up
 */
export function nextAttemptIn(attempts: number): number | undefined {
  return WAITS_SECONDS[attempts - 1];
}
