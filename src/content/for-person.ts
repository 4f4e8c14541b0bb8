import { ConflictError, TooManyRequestsError, UnavailableError } from '../common/index.js';
import {
  explainError,
  explainErrorOf,
  isTransient,
  retryAfterSeconds,
  TikTokApiError,
} from '../tiktok/index.js';

/** What TikTok has answered, or not, to somebody who waits for it: a DomainError; everything else stays as it is. */
export function forPerson(error: unknown): unknown {
  const seconds = retryAfterSeconds(error);
  if (error instanceof TikTokApiError && seconds !== undefined) {
    const { sentence } = explainError('open_api', 'rate_limit_exceeded');
    return new TooManyRequestsError('tiktok_rate_limit', sentence, seconds, { cause: error });
  }
  if (isTransient(error) && seconds === undefined) return tiktokUnavailable(error);
  if (!(error instanceof TikTokApiError)) return error;
  const { sentence } = explainErrorOf(['open_api', 'business'], error.code, error.tiktokMessage);
  return new ConflictError(error.code, sentence, { cause: error });
}

export function tiktokUnavailable(cause?: unknown): UnavailableError {
  const message = 'TikTok does not answer at the moment: try again shortly.';
  return new UnavailableError('tiktok_unavailable', message, { cause });
}
