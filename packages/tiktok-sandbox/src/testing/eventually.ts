import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 10_000;
const POLL_MS = 10;

/** Asks again and again until the answer is something; for effects that need a moment but no fixed time. */
export async function eventually<T>(
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > until) throw new Error('what was awaited did not happen');
    await wait(POLL_MS);
  }
}
