import { describe, expect, it } from '@jest/globals';
import {
  outcomeUnknown,
  retryAfterSeconds,
  TikTokApiError,
  TikTokNetworkError,
  TikTokRateLimitedError,
} from '../../../tiktok/index.js';
import { fallBack, rejectedLately, rejectionOf } from './refresh-outcome.js';

const now = new Date('2026-11-01T00:00:00Z');
const origin = { family: 'oauth' as const, path: '/v2/oauth/token/', httpStatus: 200 };
const cooling = { family: 'login' as const, refreshRetryAt: new Date(now.getTime() + 12_300) };

describe('rejectionOf', () => {
  it.each([
    ['a rejection', new TikTokApiError('invalid_client', 'why', origin), 'oauth/invalid_client'],
    ['a rate limit', new TikTokRateLimitedError('http_429', '', origin), null],
    ['a network error', new TikTokNetworkError('/p/', true, new Error('reset')), null],
    ['our own bug', new TypeError('bug'), null],
  ])('returns for %s what the row stores', (_what, error, text) => {
    expect(rejectionOf(error)).toBe(text);
  });
});

describe('rejectedLately', () => {
  it('repeats TikTok’s own rejection', () => {
    const error = rejectedLately({ ...cooling, refreshRefusal: 'business/40102' }, now);
    expect(error).toMatchObject({ code: '40102', family: 'business' });
  });

  it('otherwise reports that TikTok did not respond, with the time to retry; nothing was sent', () => {
    const error = rejectedLately({ ...cooling, refreshRefusal: null }, now);
    expect(retryAfterSeconds(error)).toBe(13);
    expect(outcomeUnknown(error)).toBe(false);
  });
});

describe('fallBack', () => {
  it('prefers a token that still works to the error', () => {
    expect(fallBack('token', new Error('no'))).toEqual({ token: 'token' });
    expect(fallBack(undefined, new Error('no'))).toEqual({ error: new Error('no') });
  });
});
