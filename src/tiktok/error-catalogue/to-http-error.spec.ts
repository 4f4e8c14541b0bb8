import { describe, expect, it } from '@jest/globals';
import { BusyError, ConflictError, DomainError } from '../../common/index.js';
import { businessData } from '../business-api/business-envelope.js';
import { oauthData, openApiData } from '../open-api/open-api-envelope.js';
import { RateBudgetError } from '../rate-limits/rate-budget.error.js';
import { TikTokApiError, TikTokNetworkError } from '../http/tiktok-errors.js';
import type { RawResponse } from '../http/transport.js';
import { ERROR_FAMILIES, type ErrorFamily } from './error-entry.js';
import { ERROR_CATALOGUE } from './explain-error.js';
import { toHttpError } from './to-http-error.js';

const response = (body: object, headers = {}): RawResponse => ({
  path: '/p/',
  status: 200,
  headers,
  body: JSON.stringify(body),
});

/** Reads a response with a code, as each API sends it. */
const WIRES: [name: string, refuse: (code: string) => unknown][] = [
  ['a call of the open API', (code) => openApiData(response({ error: { code, message: '', log_id: '1' } }))],
  ['the token endpoint', (code) => oauthData(response({ error: code, error_description: '', log_id: '1' }))],
  ['a call of the Business API', (code) => businessData(response({ code, message: '', request_id: '1' }))],
];

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

/** Codes that the open API and the token endpoint may send. The Business API sends only numbers. */
const CODES = [...new Set(ERROR_CATALOGUE.map(({ code }) => code))];
const refusal = (family: ErrorFamily, code: string) =>
  new TikTokApiError(code, 'a message from TikTok', { family, path: '/p/', httpStatus: 200 });

describe('toHttpError', () => {
  it.each(WIRES)('returns a message of the catalogue for each code from %s', (name, refuse) => {
    const codes = name.includes('Business') ? CODES.filter((code) => /^\d{5}$/.test(code)) : CODES;
    const sent = codes.filter((code) => !/^\d$/.test(code));
    expect(sent.length).toBeGreaterThan(30);
    for (const code of sent) {
      const mapped = toHttpError(thrownBy(() => refuse(code)));
      expect(mapped).toBeInstanceOf(DomainError);
      expect({ code, message: (mapped as Error).message }).toEqual({
        code,
        message: expect.not.stringMatching(/does not know that code|a message from TikTok/),
      });
    }
  });

  it.each(ERROR_FAMILIES)(
    'returns a message of the catalogue for each code in an error of the family %s',
    (family) => {
      for (const { code } of ERROR_CATALOGUE.filter((entry) => entry.family !== 'authorization_removed')) {
        const { message } = toHttpError(refusal(family, code)) as DomainError;
        expect({ code, message }).toEqual({
          code,
          message: expect.not.stringContaining('does not know that code'),
        });
      }
    },
  );

  // The status follows from who can fix the problem. TikTok's code stays.
  it.each([
    ['oauth', 'invalid_grant', 409],
    ['oauth', 'access_denied', 409],
    ['oauth', 'invalid_client', 502],
    ['oauth', 'invalid_request', 502],
    ['oauth', 'unauthorized_client', 502],
    ['oauth', 'unsupported_grant_type', 502],
    ['oauth', 'invalid_scope', 502],
    ['open_api', 'scope_not_authorized', 409],
    ['open_api', 'publish_not_cancellable', 409],
    ['open_api', 'invalid_params', 502],
    ['business', '40002', 409],
    ['business', '40102', 409],
    ['business', '40105', 409],
    ['business', '40001', 409],
    ['business', '40101', 502],
    ['business', '40113', 502],
    ['connector', 'chunk_sizes_refused', 503],
    ['open_api', 'brand_new', 502],
  ] as const)('maps %s/%s to %i', (family, code, status) => {
    expect(toHttpError(refusal(family, code))).toMatchObject({ code, status });
  });

  it.each([
    [
      'an internal error of the Business API',
      () => businessData(response({ code: 50_000, message: 'x' })),
      503,
    ],
    ['a timeout inside TikTok', () => businessData(response({ code: 60_001, message: 'x' })), 503],
    [
      'an internal error of the open API',
      () => openApiData(response({ error: { code: 'internal_error' } })),
      503,
    ],
    ['a server error of the token endpoint', () => oauthData(response({ error: 'server_error' })), 503],
    ['a page instead of JSON', () => openApiData({ ...response({}), body: '<html>' }), 503],
    ['a limit of the Business API', () => businessData(response({ code: 40_100, message: 'x' })), 429],
    ['a limit of the open API', () => openApiData(response({ error: { code: 'rate_limit_exceeded' } })), 429],
    ['no response', () => thrower(new TikTokNetworkError('/p/', true, new Error('reset'))), 503],
    ['a limit that this service counts', () => thrower(new RateBudgetError('app', 'Too many.', 7_000)), 429],
    ['a slow token refresh', () => thrower(new BusyError('token_refresh_slow', 'Slow.', 5)), 503],
  ])('gives the client a retry time after %s', (_what, work, status) => {
    const mapped = toHttpError(thrownBy(work)) as DomainError;
    expect(mapped.status).toBe(status);
    expect(mapped.retryAfterSeconds).toBeGreaterThan(0);
  });

  it("passes on TikTok's own Retry-After", () => {
    const page = { ...response({}, { 'retry-after': '17' }), status: 503, body: 'later' };
    expect(toHttpError(thrownBy(() => openApiData(page)))).toMatchObject({
      status: 503,
      retryAfterSeconds: 17,
    });
  });

  it('returns domain errors and unknown errors unchanged', () => {
    for (const error of [new ConflictError('capability_missing', 'No.'), new TypeError('bug')])
      expect(toHttpError(error)).toBe(error);
  });
});

function thrower(error: Error): never {
  throw error;
}
