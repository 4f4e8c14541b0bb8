import { TooManyRequestsError } from '../../common/index.js';
import type { Budget, BudgetScope } from './budget.js';

const SUBJECT: Record<BudgetScope, string> = {
  app: 'this app',
  endpoint: 'this app at this endpoint',
  advertiser: 'this ad account',
  account: 'this account at this endpoint',
};

/**
 * A call that was not made, or that TikTok refused, because there were too many. Nothing was done. A job runs again later
 * (`isTransient`, `retryAfterSeconds`); an API client gets HTTP 429.
 */
export class RateBudgetError extends TooManyRequestsError {
  constructor(
    readonly scope: BudgetScope,
    reason: string,
    readonly waitMs: number,
    options?: ErrorOptions,
  ) {
    const seconds = Math.max(1, Math.ceil(waitMs / 1000));
    super('tiktok_rate_limit', `${reason} Try again in ${inWords(seconds)}.`, seconds, options);
  }

  static limitReached({ scope, limit, window }: Budget, waitMs: number): RateBudgetError {
    const calls = `${limit} call${limit === 1 ? '' : 's'} per ${window === 'utc-day' ? 'day (UTC)' : window}`;
    const reason = `TikTok's limit of ${calls} for ${SUBJECT[scope]} is used up.`;
    return new RateBudgetError(scope, reason, waitMs);
  }
}

function inWords(seconds: number): string {
  if (seconds <= 120) return `${seconds} s`;
  return seconds <= 7_200 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3_600)} h`;
}
