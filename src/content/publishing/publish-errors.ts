import { DomainError, isDeferred, UnavailableError } from '../../common/index.js';
import { TryLaterError } from '../../jobs/index.js';
import { isTransient, TikTokApiError } from '../../tiktok/index.js';
import { PostRefusedError, type EndReason } from '../post/post-refused.error.js';

/** True if retrying later may succeed. */
export function isRetryable(error: unknown): boolean {
  if (isTransient(error) || isDeferred(error)) return true;
  return error instanceof TryLaterError || error instanceof UnavailableError;
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
