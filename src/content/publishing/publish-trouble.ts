import { DomainError, isDeferred, UnavailableError } from '../../common/index.js';
import { TryLaterError } from '../../jobs/index.js';
import { isTransient, retryAfterSeconds, TikTokApiError } from '../../tiktok/index.js';
import { PostRefusedError } from '../post/post-refused.error.js';
import type { EndReason } from '../post/post-refused.error.js';

/** Whether time alone may cure it. */
export function mayPass(error: unknown): boolean {
  if (isTransient(error) || isDeferred(error)) return true;
  return error instanceof TryLaterError || error instanceof UnavailableError;
}

/** Whether it only waits for its turn: that says nothing about whether TikTok can be reached. */
export function isHeldBack(error: unknown): boolean {
  return isDeferred(error) || (error instanceof TryLaterError && isHeldBack(error.cause));
}

/** What TikTok, or a rule of ours, has said no to; undefined for everything that may be tried again. */
export function refusalIn(error: unknown): EndReason | undefined {
  if (mayPass(error)) return undefined;
  if (error instanceof PostRefusedError) return error.reason;
  if (error instanceof TikTokApiError) {
    // Without its `message`, which is for the log: users read the text of the error catalogue.
    const { family, code, tiktokMessage, origin } = error;
    return { family, code, tiktokMessage, origin };
  }
  if (error instanceof DomainError) return { code: error.code, message: error.message };
  return undefined;
}

/** For the row to be due again later. What nobody knows stays as it is, so that the log has where it came from. */
export function asTryLater(error: unknown): unknown {
  if (error instanceof TryLaterError || !mayPass(error)) return error;
  return new TryLaterError(String(error), retryAfterSeconds(error), { cause: error });
}
