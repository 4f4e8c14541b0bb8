import { describe, expect, it } from '@jest/globals';
import { ConflictError, UnavailableError } from '../../common/index.js';
import {
  RateBudgetError,
  TikTokApiError,
  TikTokNetworkError,
  TikTokRateLimitedError,
  TikTokUnavailableError,
} from '../../tiktok/index.js';
import { sendFailure } from './send-failure.js';

const origin = { family: 'business' as const, path: '/business/comment/reply/create/', httpStatus: 200 };
const network = (sent: boolean) => new TikTokNetworkError(origin.path, sent, new Error('reset'));

describe('sendFailure', () => {
  it.each([
    ['a lost answer', network(true)],
    ['a server error', new TikTokUnavailableError(origin, 'oops', '50000')],
  ])('does not know the outcome of %s', (_case, error) => {
    expect(sendFailure(error)).toEqual({ kind: 'unknown' });
  });

  it.each([
    ['a call that never left', network(false)],
    ['a used-up budget', new RateBudgetError('account', 'used up', 1000)],
    ['a rate limit of TikTok', new TikTokRateLimitedError('40100', 'slow down', origin)],
    ['a token that is being refreshed', new UnavailableError('token_refresh_slow', 'wait')],
  ])('may send later after %s', (_case, error) => {
    expect(sendFailure(error)).toEqual({ kind: 'unsent' });
  });

  it('reports a deleted comment as such', () => {
    expect(sendFailure(new TikTokApiError('40007', 'gone', origin))).toMatchObject({
      kind: 'refused',
      code: 'comment_gone',
    });
  });

  it("keeps TikTok's code, and the reason of a missing capability", () => {
    expect(sendFailure(new TikTokApiError('40002', 'text', origin))).toMatchObject({
      kind: 'refused',
      code: '40002',
    });
    expect(sendFailure(new ConflictError('capability_missing', 'No scope.'))).toEqual({
      kind: 'refused',
      code: 'capability_missing',
      message: 'No scope.',
    });
  });

  it('takes any other error for a fault of ours', () => {
    expect(sendFailure(new TypeError('x is undefined'))).toEqual({ kind: 'fault' });
  });
});
