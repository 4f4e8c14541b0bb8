const MAX_PAUSE_SECONDS = 6 * 60 * 60;
const GIVE_UP_AFTER_SECONDS = 7 * 24 * 60 * 60;

/**
 * The pause after an event's handler threw: 2 s, 4 s, 8 s … up to 6 h, for seven days in total.
 * @param attempts so far, this one included
 * @returns seconds, or undefined to give up
 */
export function secondsUntilRetry(attempts: number): number | undefined {
  const pauses = Array.from({ length: attempts }, (_, index) => pauseAfter(index + 1));
  const waited = pauses.reduce((sum, pause) => sum + pause, 0);
  return waited > GIVE_UP_AFTER_SECONDS ? undefined : pauseAfter(attempts);
}

function pauseAfter(attempts: number): number {
  return Math.min(2 ** attempts, MAX_PAUSE_SECONDS);
}
