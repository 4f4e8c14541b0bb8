import type { TikTokRateLimitedError } from '../http/tiktok-errors.js';
import type { Budget, Window } from './budget.js';
import { RateBudgetError } from './rate-budget.error.js';
import type { RatedCall } from './rated-call.js';
import type { Recovery } from './recovery.js';

const PER: Record<Window, string> = {
  second: 'a second',
  minute: 'a minute',
  'rolling-day': 'in 24 hours',
  'utc-day': 'a day (UTC)',
};
const WHOM: Record<Budget['scope'], string> = {
  app: 'this app',
  endpoint: 'this app here',
  advertiser: 'this ad account',
  account: 'this account here',
};

/** A budget is used up, or its rest is kept for people. */
export function spent({ scope, limit, window }: Budget, waitMs: number): RateBudgetError {
  const calls = limit === 1 ? 'one call' : `${limit} calls`;
  const reason = `TikTok allows ${WHOM[scope]} ${calls} ${PER[window]}, and they are used up.`;
  return new RateBudgetError(scope, reason, seconds(waitMs));
}

/** TikTok has refused lately, and its recovery window is not over. */
export function recovering({ path }: RatedCall, waitMs: number): RateBudgetError {
  const reason = `TikTok has limited calls to ${path} and wants a pause.`;
  return new RateBudgetError('endpoint', reason, seconds(waitMs));
}

export function circuitOpen(waitMs: number): RateBudgetError {
  const reason = 'TikTok refuses this app for every account, so no calls are made for a while.';
  return new RateBudgetError('app', reason, seconds(waitMs));
}

export function refusedByTikTok(recovery: Recovery, cause: TikTokRateLimitedError): RateBudgetError {
  const reason = `TikTok says that there were too many calls to ${cause.origin.path} (${cause.code}).`;
  return new RateBudgetError(recovery.scope, reason, recovery.seconds, { cause });
}

function seconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}
