import { BusyError, InProgressError } from '../../common/index.js';
import type { ErrorFamily } from '../error-catalogue/error-entry.js';
import { RateBudgetError } from '../rate-limits/rate-budget.error.js';

/** Where a response came from, in enough detail to find it in TikTok's logs. */
export interface ResponseOrigin {
  /** The family of its code in the error catalogue. */
  family: ErrorFamily;
  /** Path without query. */
  path: string;
  httpStatus: number;
  /** TikTok's `log_id` or `request_id`, which TikTok's support asks for. */
  logId?: string;
  /** The pause that TikTok asked for, if it did. */
  retryAfterSeconds?: number;
}

/** Any failure of a call to TikTok. */
export abstract class TikTokError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** TikTok refused the call. `code` is exactly TikTok's. */
export class TikTokApiError extends TikTokError {
  constructor(
    readonly code: string,
    readonly tiktokMessage: string,
    readonly origin: ResponseOrigin,
  ) {
    super(
      `${origin.path} responded with ${code}: ${tiktokMessage || 'no message'} (log id ${origin.logId ?? 'none'})`,
    );
  }

  get family(): ErrorFamily {
    return this.origin.family;
  }
}

/** Too many calls. Nothing was done; retry later. */
export class TikTokRateLimitedError extends TikTokApiError {}

/** TikTok does not accept the access token: refresh it once. Not thrown for a missing scope. */
export class TikTokTokenRejectedError extends TikTokApiError {}

/** TikTok failed (5xx, or such a code) or did not respond with JSON. The call may or may not have taken effect. */
export class TikTokUnavailableError extends TikTokError {
  constructor(
    readonly origin: ResponseOrigin,
    detail: string,
    /** TikTok's code, if it sent one. */
    readonly code?: string,
  ) {
    super(`${origin.path} responded with HTTP ${origin.httpStatus}: ${detail}`);
  }
}

/** TikTok did not respond. `sent` is false only if the request certainly never left. */
export class TikTokNetworkError extends TikTokError {
  constructor(
    readonly path: string,
    readonly sent: boolean,
    cause: unknown,
    /** When to retry, if known. */
    readonly retryInSeconds?: number,
  ) {
    super(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** True if the failed call may have taken effect. A mutation must then not be sent again. */
export function outcomeUnknown(error: unknown): boolean {
  return error instanceof TikTokUnavailableError || (error instanceof TikTokNetworkError && error.sent);
}

/** True if retrying later may succeed. */
export function isTransient(error: unknown): boolean {
  return (
    error instanceof TikTokUnavailableError ||
    error instanceof TikTokNetworkError ||
    error instanceof TikTokRateLimitedError ||
    error instanceof RateBudgetError ||
    error instanceof BusyError
  );
}

// For limits that the governor does not count. TikTok's minutes slide.
const AFTER_RATE_LIMIT_SECONDS = 60;

/** Returns when to retry after a rate limit, or if TikTok asked for a pause. It is undefined for all other errors. */
export function retryAfterSeconds(error: unknown): number | undefined {
  if (error instanceof RateBudgetError || error instanceof BusyError) return error.retryAfterSeconds;
  if (error instanceof InProgressError) return error.retryAfterSeconds;
  if (error instanceof TikTokRateLimitedError)
    return error.origin.retryAfterSeconds ?? AFTER_RATE_LIMIT_SECONDS;
  if (error instanceof TikTokNetworkError) return error.retryInSeconds;
  return error instanceof TikTokUnavailableError ? error.origin.retryAfterSeconds : undefined;
}
