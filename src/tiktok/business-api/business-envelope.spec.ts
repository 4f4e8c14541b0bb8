import { describe, expect, it } from '@jest/globals';
import { businessData, businessResult } from './business-envelope.js';
import {
  isTransient,
  outcomeUnknown,
  TikTokApiError,
  TikTokRateLimitedError,
  TikTokTokenRejectedError,
  TikTokUnavailableError,
} from '../http/tiktok-errors.js';

const response = (body: unknown, status = 200) => ({
  path: '/open_api/v1.3/x/',
  status,
  headers: { 'x-tt-logid': 'from-header' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const envelope = (code: number | string, data?: unknown) => ({
  code,
  message: 'why',
  request_id: '202611221200000102450101',
  ...(data !== undefined && { data }),
});

function refusalOf(body: unknown, status = 200): Error {
  try {
    businessData(response(body, status));
  } catch (error) {
    return error as Error;
  }
  throw new Error('it was accepted as a success');
}

describe('businessData', () => {
  it('accepts only code 0 as a success, with any data', () => {
    expect(businessData(response(envelope(0, { a: 1 })))).toEqual({ a: 1 });
    expect(businessData(response(envelope(0, [{ video_id: 'v1' }])))).toEqual([{ video_id: 'v1' }]);
    expect(businessData(response(envelope(0)))).toEqual({});
  });

  it('keeps the digits of ids and scope ids sent as numbers', () => {
    const body = '{"code":0,"message":"OK","request_id":"1","data":{"scope":[4,7533163835474346001]}}';
    expect(businessData(response(body))).toEqual({ scope: [4, '7533163835474346001'] });
  });

  it.each([
    ['no permission', 40_001, TikTokApiError],
    ['a wrong parameter', 40_002, TikTokApiError],
    ['an unknown object', 40_007, TikTokApiError],
    ['a path that is not implemented', 40_008, TikTokApiError],
    ['an endpoint called too often', 40_016, TikTokRateLimitedError],
    ['QPS, QPM or QPD exceeded', 40_100, TikTokRateLimitedError],
    ['a wrong app secret', 40_101, TikTokApiError],
    ['an expired token', 40_102, TikTokTokenRejectedError],
    ['an expired refresh token', 40_103, TikTokApiError],
    ['a missing token', 40_104, TikTokApiError],
    ['a revoked token', 40_105, TikTokTokenRejectedError],
    ['a wrong refresh token', 40_107, TikTokApiError],
    ['a used auth_code', 40_110, TikTokApiError],
    ['a missing scope', 40_125, TikTokApiError],
    ['too frequent for a parameter', 40_132, TikTokRateLimitedError],
    ['too frequent for an advertiser', 40_133, TikTokRateLimitedError],
    ['a task that is not ready', 40_201, TikTokUnavailableError],
    ['an internal validation', 40_700, TikTokUnavailableError],
    ['a system error', 50_000, TikTokUnavailableError],
    ['a service error', 51_008, TikTokUnavailableError],
    ['a timeout', 60_001, TikTokUnavailableError],
    ['an unknown code', 49_999, TikTokApiError],
  ])('turns %s (%i) into a typed error', (_what, code, type) => {
    const error = refusalOf(envelope(code, {}));
    expect(error.constructor).toBe(type);
    expect(error).toMatchObject({ code: String(code), origin: { logId: '202611221200000102450101' } });
  });

  it.each([
    ['HTML', '<html>Bad Gateway</html>', 502],
    ['the text for a path without its slash', '404 page not found', 404],
    ['an empty body', '', 200],
    ['an array', '[]', 200],
    ['JSON without a code', '{"message":"OK","data":{}}', 200],
    ['a code that is not a number', envelope('ok', {}), 200],
    ['a fractional code', envelope(0.5, {}), 200],
    ['a refusal with HTTP 500', envelope(40_002, {}), 500],
  ])('treats %s as a failure of TikTok', (_what, body, status) => {
    const error = refusalOf(body, status);
    expect(error).toBeInstanceOf(TikTokUnavailableError);
    expect(isTransient(error) && outcomeUnknown(error)).toBe(true);
  });

  it.each([
    ['<html>slow down</html>', 'http_429'],
    ['', 'http_429'],
    [{ message: 'Too Many Requests' }, 'http_429'],
    [envelope(40_016), '40016'],
    [envelope(50_000), '50000'],
  ])('treats HTTP 429 %j as a rate limit', (body, code) => {
    const error = refusalOf(body, 429);
    expect(error).toBeInstanceOf(TikTokRateLimitedError);
    expect(error).toMatchObject({ code });
  });

  it('does not accept a partial success as a success', () => {
    expect(refusalOf(envelope(20_001, { list: [] }))).toMatchObject({ code: '20001' });
  });
});

describe('businessResult', () => {
  it('returns the successes of a partial success with its errors', () => {
    const data = { campaign_ids: ['1'], errors: [{ campaign_id: '2', error_code: 40_007 }] };
    const requestId = '202611221200000102450101';
    expect(businessResult(response(envelope(20_001, data)))).toEqual({
      partial: true,
      data,
      message: 'why',
      requestId,
    });
    expect(businessResult(response(envelope(0, data)))).toEqual({ partial: false, data, requestId });
  });
});
