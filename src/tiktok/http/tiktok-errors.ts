import { BusyError, InProgressError } from '../../common/index.js';
import type { ErrorFamily } from '../error-catalogue/error-entry.js';
import { RateBudgetError } from '../rate-limits/rate-budget.error.js';

/** Where an answer came from; enough to find it in TikTok's logs. */
export interface AnswerOrigin {
  /** Whose words its code is in: the error catalogue explains it by this. */
  family: ErrorFamily;
  /** Path without query. */
  path: string;
  httpStatus: number;
  /** TikTok's `log_id` or `request_id`; their support asks for it. */
  logId?: string;
  /** For how long it asked to be left alone, when it did. */
  retryAfterSeconds?: number;
}

/** Everything that can go wrong between us and TikTok. */
export abstract class TikTokError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** TikTok understood and refused: `code` is its own, exactly. */
export class TikTokApiError extends TikTokError {
  constructor(
    readonly code: string,
    readonly tiktokMessage: string,
    readonly origin: AnswerOrigin,
  ) {
    super(
      `${origin.path} answered ${code}: ${tiktokMessage || 'no message'} (log id ${origin.logId ?? 'none'})`,
    );
  }

  get family(): ErrorFamily {
    return this.origin.family;
  }
}

/** Too many calls: nothing was done, try again after a while. */
export class TikTokRateLimitedError extends TikTokApiError {}

/** The access token is not accepted: refresh it once. Not thrown for a missing scope. */
export class TikTokTokenRejectedError extends TikTokApiError {}

/** TikTok failed (5xx, or a code that says so) or answered what is not JSON: it may or may not have done what was asked. */
export class TikTokUnavailableError extends TikTokError {
  constructor(
    readonly origin: AnswerOrigin,
    detail: string,
    /** TikTok's code, when it gave one. */
    readonly code?: string,
  ) {
    super(`${origin.path} answered HTTP ${origin.httpStatus}: ${detail}`);
  }
}

/** No answer at all. `sent: false` only when the request certainly never left. */
export class TikTokNetworkError extends TikTokError {
  constructor(
    readonly path: string,
    readonly sent: boolean,
    cause: unknown,
    /** When it is worth asking again, where that is known. */
    readonly askAgainSeconds?: number,
  ) {
    super(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Whether the call may have had its effect although it failed: a mutation must then not be sent again. */
export function outcomeUnknown(error: unknown): boolean {
  return error instanceof TikTokUnavailableError || (error instanceof TikTokNetworkError && error.sent);
}

/** Whether time alone may cure it. */
export function isTransient(error: unknown): boolean {
  return (
    error instanceof TikTokUnavailableError ||
    error instanceof TikTokNetworkError ||
    error instanceof TikTokRateLimitedError ||
    error instanceof RateBudgetError ||
    error instanceof BusyError
  );
}

// For a limit that the governor did not see: TikTok's minutes slide.
const AFTER_RATE_LIMIT_SECONDS = 60;

/** When to try again: after one call too many, or when TikTok has said so; undefined for every other error. */
export function retryAfterSeconds(error: unknown): number | undefined {
  if (error instanceof RateBudgetError || error instanceof BusyError) return error.retryAfterSeconds;
  if (error instanceof InProgressError) return error.retryAfterSeconds;
  if (error instanceof TikTokRateLimitedError)
    return error.origin.retryAfterSeconds ?? AFTER_RATE_LIMIT_SECONDS;
  if (error instanceof TikTokNetworkError) return error.askAgainSeconds;
  return error instanceof TikTokUnavailableError ? error.origin.retryAfterSeconds : undefined;
}
