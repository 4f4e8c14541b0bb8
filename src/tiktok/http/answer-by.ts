import type { Priority } from '../rate-limits/rated-call.js';

// A person waits so long for an answer of TikTok's, with repetitions and a renewed token.
const PERSON_WAITS_MS = 10_000;
// A try that is made at all gets so long.
const SHORTEST_TRY_MS = 1_000;

/** By when TikTok has to answer, by the clock of `performance.now()`; undefined when no person waits. */
export function answerByFor(priority: Priority | undefined): number | undefined {
  return priority === 'interactive' ? personWaitsUntil() : undefined;
}

/** For calls that a person waits for although their priority is another. */
export function personWaitsUntil(): number {
  return performance.now() + PERSON_WAITS_MS;
}

/** How long the next try may take. */
export function tryMs(answerBy: number): number {
  return Math.max(answerBy - performance.now(), SHORTEST_TRY_MS);
}

/** Whether a try that begins after `delayMs` comes too late. */
export function isTooLate(answerBy: number | undefined, delayMs: number): boolean {
  return answerBy !== undefined && performance.now() + delayMs >= answerBy;
}
