const LONGEST_PAUSE_SECONDS = 6 * 60 * 60;
const PATIENCE_SECONDS = 7 * 24 * 60 * 60;

/**
 * How long an event whose handler threw is left alone: 2 s, 4 s, 8 s … up to six hours, for seven days altogether.
 * @param attempts made so far, this one included
 * @returns seconds, or undefined when it is time to give up
 */
export function nextDispatchIn(attempts: number): number | undefined {
  const pauses = Array.from({ length: attempts }, (_, index) => pauseAfter(index + 1));
  const waited = pauses.reduce((sum, pause) => sum + pause, 0);
  return waited > PATIENCE_SECONDS ? undefined : pauseAfter(attempts);
}

function pauseAfter(attempts: number): number {
  return Math.min(2 ** attempts, LONGEST_PAUSE_SECONDS);
}
