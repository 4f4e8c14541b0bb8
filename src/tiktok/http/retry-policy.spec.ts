import { describe, expect, it } from '@jest/globals';
import { RateBudgetError } from '../rate-limits/rate-budget.error.js';
import type { Priority } from '../rate-limits/rated-call.js';
import { placeDelay, retryDelay, type CallKind } from './retry-policy.js';
import {
  retryAfterSeconds,
  TikTokApiError,
  TikTokNetworkError,
  TikTokRateLimitedError,
  TikTokTokenRejectedError,
  TikTokUnavailableError,
} from './tiktok-errors.js';

const origin = { family: 'open_api' as const, path: '/v2/video/list/', httpStatus: 500 };
const network = new TikTokNetworkError('/v2/video/list/', true, new Error('reset'));
const unsent = new TikTokNetworkError('/v2/video/list/', false, new Error('refused'));
const unavailable = new TikTokUnavailableError(origin, 'HTML');
const pausing = (seconds: number) =>
  new TikTokUnavailableError({ ...origin, httpStatus: 503, retryAfterSeconds: seconds }, 'HTML');
const refused = new TikTokApiError('invalid_params', '', origin);
const limited = new TikTokRateLimitedError('rate_limit_exceeded', '', origin);
const rejected = new TikTokTokenRejectedError('access_token_invalid', '', origin);

describe('retryDelay', () => {
  const cases: [string, CallKind, unknown, number, boolean][] = [
    ['a read after a reset', 'read', network, 0, true],
    ['a read that was never sent', 'read', unsent, 0, true],
    ['a read after HTTP 500', 'read', unavailable, 1, true],
    ['a read after HTTP 503 that asks for a second', 'read', pausing(1), 0, true],
    ['a read after HTTP 503 that asks for a minute', 'read', pausing(60), 0, false],
    ['a read after two retries', 'read', network, 2, false],
    ['a refused read', 'read', refused, 0, false],
    ['a limited read', 'read', limited, 0, false],
    ['a read with a rejected token', 'read', rejected, 0, false],
    ['a read that failed in our own code', 'read', new TypeError('bug'), 0, false],
    ['a mutation after a reset', 'mutation', network, 0, false],
    ['a mutation that was never sent', 'mutation', unsent, 0, false],
    ['a mutation after HTTP 500', 'mutation', unavailable, 0, false],
  ];

  it.each(cases)('decides whether to retry %s', (_title, kind, error, retries, again) => {
    expect(retryDelay(kind, error, retries, 0.5) !== undefined).toBe(again);
  });

  it('waits for as long as TikTok asks', () => {
    expect(retryDelay('read', pausing(2), 0, 0)).toBe(2_000);
    expect(retryAfterSeconds(pausing(60))).toBe(60);
    expect(retryAfterSeconds(unavailable)).toBeUndefined();
  });

  it('waits longer after each retry, with jitter', () => {
    expect(retryDelay('read', network, 0, 0)).toBe(150);
    expect(retryDelay('read', network, 0, 0.999)).toBeCloseTo(450, 0);
    expect(retryDelay('read', network, 1, 0.5)).toBe(600);
  });
});

describe('placeDelay', () => {
  const soon = new RateBudgetError('app', 'Too many.', 400);
  const late = new RateBudgetError('app', 'Too many.', 40_000);
  const byTikTok = new RateBudgetError('app', 'Too many.', 400, { cause: limited });
  const cases: [string, Priority | undefined, unknown, number | undefined][] = [
    ['lets an interactive call wait for a place', 'interactive', soon, 400],
    ['refuses an interactive call that would wait for long', 'interactive', late, undefined],
    ['refuses an interactive call that TikTok has refused', 'interactive', byTikTok, undefined],
    ['lets a call for a token wait for a place', 'essential', soon, 400],
    ['refuses background work', 'background', soon, undefined],
    ['refuses calls without a priority', undefined, soon, undefined],
    ['leaves other errors alone', 'interactive', network, undefined],
  ];

  it.each(cases)('%s', (_title, priority, error, delay) => {
    expect(placeDelay(priority, error)).toBe(delay);
  });
});
