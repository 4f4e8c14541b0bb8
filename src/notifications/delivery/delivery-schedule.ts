// Short at first, in case the receiver is restarting. Nine attempts in 23 h 36 min.
const PAUSES_SECONDS = [5, 30, 300, 1_800, 7_200, 18_000, 28_800, 28_800];

/**
 * The pause after a failed attempt.
 * @param attempts so far, this one included
 * @returns seconds, or undefined to give up
 */
export function secondsUntilRetry(attempts: number): number | undefined {
  return PAUSES_SECONDS[attempts - 1];
}
