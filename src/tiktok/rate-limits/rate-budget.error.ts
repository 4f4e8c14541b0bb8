import { TooManyRequestsError } from '../../common/index.js';
import type { BudgetScope } from './budget.js';

/**
 * A call that was not made, or that TikTok refused, because there were too many: nothing was done. In a job it is a
 * reason to try later (`isTransient`, `retryAfterSeconds`); before a person it is HTTP 429.
 */
export class RateBudgetError extends TooManyRequestsError {
  constructor(
    readonly scope: BudgetScope,
    readonly reason: string,
    retryAfterSeconds: number,
    options?: ErrorOptions,
  ) {
    super(
      'tiktok_rate_limit',
      `${reason} Try again in ${retryAfterSeconds} seconds.`,
      retryAfterSeconds,
      options,
    );
  }
}
