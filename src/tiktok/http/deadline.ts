import type { Priority } from '../rate-limits/rated-call.js';

// Includes retries and a token refresh.
const INTERACTIVE_MS = 10_000;
// The least that an attempt gets.
const SHORTEST_ATTEMPT_MS = 1_000;

/** Returns when TikTok has to respond, as a value of `performance.now()`. Only interactive calls have a deadline. */
export function deadlineFor(priority: Priority | undefined): number | undefined {
  return priority === 'interactive' ? interactiveDeadline() : undefined;
}

/** Returns the deadline of a call that a user waits for, whatever its priority. */
export function interactiveDeadline(): number {
  return performance.now() + INTERACTIVE_MS;
}

/** Returns how long the next attempt may take. */
export function attemptMs(deadline: number): number {
  return Math.max(deadline - performance.now(), SHORTEST_ATTEMPT_MS);
}

/** True if an attempt that starts after `delayMs` would miss the deadline. */
export function isTooLate(deadline: number | undefined, delayMs: number): boolean {
  return deadline !== undefined && performance.now() + delayMs >= deadline;
}
