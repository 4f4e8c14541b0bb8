import { describe, expect, it } from '@jest/globals';
import { oauthData, openApiData } from './open-api-envelope.js';
import {
  TikTokApiError,
  TikTokRateLimitedError,
  TikTokTokenRejectedError,
  TikTokUnavailableError,
} from '../http/tiktok-errors.js';

const response = (status: number, body: unknown) => ({
  path: '/v2/x/',
  status,
  headers: {},
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const envelope = (code: string, data?: unknown) => ({
  ...(data !== undefined && { data }),
  error: { code, message: 'why', log_id: '20260828035612A3942F2F64B39F7F0B89' },
});

describe('openApiData', () => {
  it('accepts only the code "ok" as a success', () => {
    expect(openApiData(response(200, envelope('ok', { a: 1 })))).toEqual({ a: 1 });
    expect(openApiData(response(200, { error: { code: 'ok', message: '' } }))).toEqual({});
  });

  it('keeps the digits of ids sent as numbers', () => {
    const body = '{"data":{"publicaly_available_post_id":[7602997517160123666]},"error":{"code":"ok"}}';
    expect(openApiData(response(200, body))).toEqual({
      publicaly_available_post_id: ['7602997517160123666'],
    });
  });

  it.each([
    [200, envelope('spam_risk_too_many_posts', {}), TikTokApiError],
    [403, envelope('unaudited_client_can_only_post_to_private_accounts'), TikTokApiError],
    [401, envelope('access_token_invalid', {}), TikTokTokenRejectedError],
    [401, envelope('scope_not_authorized', {}), TikTokApiError],
    [429, envelope('rate_limit_exceeded'), TikTokRateLimitedError],
    [500, envelope('internal_error'), TikTokUnavailableError],
    [200, { data: { a: 1 } }, TikTokUnavailableError],
    [200, envelope('', { a: 1 }), TikTokUnavailableError],
    [502, '<html>Bad Gateway</html>', TikTokUnavailableError],
    [200, '', TikTokUnavailableError],
    [200, '[]', TikTokUnavailableError],
    [503, '', TikTokUnavailableError],
    [429, '<html>Too Many Requests</html>', TikTokRateLimitedError],
    [429, '', TikTokRateLimitedError],
    [429, { message: 'Too Many Requests' }, TikTokRateLimitedError],
    [429, envelope('something_new'), TikTokRateLimitedError],
  ])('turns HTTP %i %j into a typed error', (status, body, type) => {
    expect(() => openApiData(response(status, body))).toThrow(type);
  });

  it('does not treat a missing scope as a rejected token', () => {
    expect(() => openApiData(response(401, envelope('scope_not_authorized')))).not.toThrow(
      TikTokTokenRejectedError,
    );
  });

  it("keeps TikTok's log id", () => {
    try {
      openApiData(response(400, envelope('invalid_params')));
    } catch (error) {
      expect((error as TikTokApiError).origin.logId).toBe('20260828035612A3942F2F64B39F7F0B89');
    }
    expect.assertions(1);
  });
});

describe('Retry-After', () => {
  it.each([
    [429, '<html></html>'],
    [429, envelope('rate_limit_exceeded')],
    [503, ''],
  ])('is read from HTTP %i %j', (status, body) => {
    const pausing = { ...response(status, body), headers: { 'retry-after': '17' } };
    expect(() => openApiData(pausing)).toThrow(
      expect.objectContaining({ origin: expect.objectContaining({ retryAfterSeconds: 17 }) }),
    );
  });
});

describe('oauthData', () => {
  it('detects an error inside HTTP 200', () => {
    const body = {
      error: 'invalid_grant',
      error_description: 'Refresh token is invalid or expired.',
      log_id: '1',
    };
    expect(() => oauthData(response(200, body))).toThrow(TikTokApiError);
  });

  it("detects a gateway's error, which uses the envelope of the other endpoints", () => {
    expect(() => oauthData(response(200, envelope('invalid_params')))).toThrow(TikTokApiError);
    expect(() => oauthData(response(200, { error: { log_id: '1' } }))).toThrow(TikTokUnavailableError);
  });

  it('accepts the empty response of a revocation', () => {
    expect(oauthData(response(200, ''))).toEqual({});
    expect(oauthData(response(200, {}))).toEqual({});
  });

  it.each([
    [200, { error: 'temporarily_unavailable' }],
    [500, '<html></html>'],
    [503, {}],
  ])('treats HTTP %i %j as transient', (status, body) => {
    expect(() => oauthData(response(status, body))).toThrow(TikTokUnavailableError);
  });

  it.each(['<html></html>', '', {}])('treats HTTP 429 %j as a rate limit', (body) => {
    expect(() => oauthData(response(429, body))).toThrow(TikTokRateLimitedError);
  });
});
