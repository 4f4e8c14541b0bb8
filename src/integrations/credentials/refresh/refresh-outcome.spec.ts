import { describe, expect, it } from '@jest/globals';
import {
  outcomeUnknown,
  retryAfterSeconds,
  TikTokApiError,
  TikTokNetworkError,
  TikTokRateLimitedError,
} from '../../../tiktok/index.js';
import { fallBack, refusalOf, refusedLately } from './refresh-outcome.js';

const now = new Date('2026-11-01T00:00:00Z');
const origin = { family: 'oauth' as const, path: '/v2/oauth/token/', httpStatus: 200 };
const cooling = { family: 'login' as const, refreshRetryAt: new Date(now.getTime() + 12_300) };

describe('A refresh that failed lately', () => {
  it.each([
    ['a refusal', new TikTokApiError('invalid_client', 'why', origin), 'oauth/invalid_client'],
    ['a limit', new TikTokRateLimitedError('http_429', '', origin), null],
    ['a broken line', new TikTokNetworkError('/p/', true, new Error('reset')), null],
    ['a fault of ours', new TypeError('bug'), null],
  ])('is remembered by its code when it was %s', (_what, error, text) => {
    expect(refusalOf(error)).toBe(text);
  });

  it('is told again as TikTok’s own refusal', () => {
    const error = refusedLately({ ...cooling, refreshRefusal: 'business/40102' }, now);
    expect(error).toMatchObject({ code: '40102', family: 'business' });
  });

  it('otherwise is told as a silence, with the time to come back; nothing was sent', () => {
    const error = refusedLately({ ...cooling, refreshRefusal: null }, now);
    expect(retryAfterSeconds(error)).toBe(13);
    expect(outcomeUnknown(error)).toBe(false);
  });

  it('leaves a token that works to its caller', () => {
    expect(fallBack('token', new Error('no'))).toEqual({ token: 'token' });
    expect(fallBack(undefined, new Error('no'))).toEqual({ error: new Error('no') });
  });
});
