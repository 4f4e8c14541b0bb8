import { RateBudgetError } from '../rate-limits/rate-budget.error.js';
import type { Priority } from '../rate-limits/rated-call.js';
import { TikTokNetworkError, TikTokUnavailableError } from './tiktok-errors.js';

/** A `read` may be retried, a `mutation` must not: TikTok has no idempotency keys. */
export type CallKind = 'read' | 'mutation';

const MAX_RETRIES = 2;
const BASE_DELAY_MS = 300;
// The job, or the API client, waits for a longer pause.
const LONGEST_ASKED_SECONDS = 2;
const LONGEST_PLACE_WAIT_MS = 1_500;

/**
 * Retry? Why? How long?
 * @param retries the number of retries so far
 * @param random in [0, 1), for jitter
 * @returns milliseconds to wait before the next try, or undefined to give up
 */
export function retryDelay(
  kind: CallKind,
  error: unknown,
  retries: number,
  random: number,
): number | undefined {
  // A mutation may have taken effect without a response.
  if (kind === 'mutation') return undefined;
  if (retries >= MAX_RETRIES) return undefined;
  // TikTok would refuse it again. A rate-limited call waits in its job, not here.
  if (!(error instanceof TikTokNetworkError || error instanceof TikTokUnavailableError)) return undefined;
  const asked = error instanceof TikTokUnavailableError ? error.origin.retryAfterSeconds : undefined;
  if (asked !== undefined) return asked <= LONGEST_ASKED_SECONDS ? asked * 1000 : undefined;
  return BASE_DELAY_MS * 2 ** retries * (0.5 + random);
}

/**
 * Returns how long a call waits for a place within a limit per second: a user would only click again, and a consent would be
 * lost. Background work waits in its job. No call has left, so mutations wait, too.
 * @returns milliseconds, or undefined for any other error or a longer wait
 */
export function placeDelay(priority: Priority | undefined, error: unknown): number | undefined {
  if (priority === undefined || priority === 'background') return undefined;
  if (!(error instanceof RateBudgetError)) return undefined;
  // With a cause, TikTok itself has refused the call.
  const isOurs = error.cause === undefined;
  return isOurs && error.waitMs <= LONGEST_PLACE_WAIT_MS ? error.waitMs : undefined;
}
