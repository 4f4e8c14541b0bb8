import { DomainError, isDeferred, UnavailableError } from '../../common/index.js';
import { TryLaterError } from '../../jobs/index.js';
import { isTransient, retryAfterSeconds, TikTokApiError } from '../../tiktok/index.js';
import { PostRefusedError, type EndReason } from '../post/post-refused.error.js';

/** True if retrying later may succeed. */
export function isRetryable(error: unknown): boolean {
  if (isTransient(error) || isDeferred(error)) return true;
  return error instanceof TryLaterError || error instanceof UnavailableError;
}

/** True if the call was only held back by a rate limit, which does not show whether TikTok is reachable. */
export function isRateLimited(error: unknown): boolean {
  return isDeferred(error) || (error instanceof TryLaterError && isRateLimited(error.cause));
}

/** The reason why TikTok or one of our rules rejected the post; undefined for errors that may be retried. */
export function rejectionOf(error: unknown): EndReason | undefined {
  if (isRetryable(error)) return undefined;
  if (error instanceof PostRefusedError) return error.reason;
  if (error instanceof TikTokApiError) {
    // Without its `message`, which is for the log: users read the text of the error catalogue.
    const { family, code, tiktokMessage, origin } = error;
    return { family, code, tiktokMessage, origin };
  }
  if (error instanceof DomainError) return { code: error.code, message: error.message };
  return undefined;
}

/** Wraps an error so that the job is retried later. Returns unknown errors unchanged to keep their stack. */
export function asTryLater(error: unknown): unknown {
  if (error instanceof TryLaterError || !isRetryable(error)) return error;
  return new TryLaterError(String(error), retryAfterSeconds(error), { cause: error });
}
