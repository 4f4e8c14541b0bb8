import { TikTokNetworkError, TikTokUnavailableError } from './tiktok-errors.js';

/** A `read` may be retried, a `mutation` must not: TikTok has no idempotency keys. */
export type CallKind = 'read' | 'mutation';

const MAX_RETRIES = 2;
const BASE_DELAY_MS = 300;
// The job, or the API client, waits for a longer pause.
const LONGEST_ASKED_SECONDS = 2;

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
