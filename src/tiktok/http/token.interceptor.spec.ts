import { describe, expect, it } from '@jest/globals';
import { envelope, ScriptedTransport } from '../testing/scripted-transport.js';
import { businessData } from '../business-api/business-envelope.js';
import { TikTokApiError, TikTokTokenRejectedError } from './tiktok-errors.js';
import { ACCOUNT_TOKEN, ADVERTISER_TOKEN, type TokenFamily } from './token-family.js';
import { TikTokTokenSource } from './token-source.js';
import { TokenInterceptor } from './token.interceptor.js';

class TwoTokens extends TikTokTokenSource {
  rejected: string[] = [];
  accessToken = () => Promise.resolve('first');
  renewedToken = (_credentialId: string, rejected: string) => {
    this.rejected.push(rejected);
    return Promise.resolve('second');
  };
}

function setUp(...responses: object[]) {
  const transport = new ScriptedTransport(responses);
  const tokens = new TwoTokens();
  const interceptor = new TokenInterceptor(transport, tokens);
  const url = 'https://business-api.tiktok.com/open_api/v1.3/business/comment/create/';
  const call = (family: TokenFamily) =>
    interceptor.call({ credentialId: 'c', family }, { method: 'POST', url, kind: 'mutation' }, businessData);
  const sentTokens = () => transport.sent.map((request) => request.options?.headers?.['access-token']);
  return { call, tokens, sentTokens };
}

describe('TokenInterceptor', () => {
  it.each([40_102, 40_105])('retries an account call once with a renewed token after %i', async (code) => {
    const { call, tokens, sentTokens } = setUp(envelope(code), envelope(0, { comment_id: '1' }));
    await expect(call(ACCOUNT_TOKEN)).resolves.toEqual({ comment_id: '1' });
    expect(sentTokens()).toEqual(['first', 'second']);
    expect(tokens.rejected).toEqual(['first']);
  });

  it('gives up if TikTok rejects the renewed token too', async () => {
    const { call, sentTokens } = setUp(envelope(40_105), envelope(40_105), envelope(0));
    await expect(call(ACCOUNT_TOKEN)).rejects.toBeInstanceOf(TikTokTokenRejectedError);
    expect(sentTokens()).toHaveLength(2);
  });

  it.each([40_001, 40_100, 40_104, 40_125, 50_000])('rethrows %i without a new token', async (code) => {
    const { call, tokens } = setUp(envelope(code), envelope(0));
    await expect(call(ACCOUNT_TOKEN)).rejects.toThrow(String(code));
    expect(tokens.rejected).toEqual([]);
  });

  it('does not renew an advertiser token after "expired", since it never expires', async () => {
    const { call, tokens } = setUp(envelope(40_102));
    await expect(call(ADVERTISER_TOKEN)).rejects.toBeInstanceOf(TikTokApiError);
    expect(tokens.rejected).toEqual([]);
  });

  it('rethrows the error of the token source when an advertiser token is rejected', async () => {
    const { call, tokens } = setUp(envelope(40_105));
    tokens.renewedToken = () => Promise.reject(new Error('connect again'));
    await expect(call(ADVERTISER_TOKEN)).rejects.toThrow('connect again');
  });
});
