import { setTimeout as wait } from 'node:timers/promises';

const DEADLINE_MS = 10_000;
const FIRST_PAUSE_MS = 10;
// Polling costs processor time, which what is awaited needs itself.
const LAST_PAUSE_MS = 100;
const GROWTH = 1.25;

/**
 * Polls until the answer is neither `undefined` nor `false`.
 * @throws Error when the deadline has passed
 */
export async function eventually<T>(
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  deadlineMs = DEADLINE_MS,
): Promise<T> {
  const deadline = Date.now() + deadlineMs;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * GROWTH, LAST_PAUSE_MS)) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline)
      throw new Error(`Timed out: the condition did not hold within ${deadlineMs / 1000} s`);
    await wait(pause);
  }
}
