import { describe, expect, it } from '@jest/globals';
import { TokenInterceptor } from '../http/token.interceptor.js';
import { envelope, ScriptedTransport, SPEC_CONFIG } from '../testing/scripted-transport.js';
import { AccountOAuthApi } from './account-oauth.api.js';
import { AdvertiserOAuthApi } from './advertiser-oauth.api.js';
import { AdvertiserApi } from './advertiser.api.js';
import { BusinessAppClient } from './business-app-client.js';
import { BusinessClient } from './business-client.js';
import { CommentApi } from './comment.api.js';

const account = { credentialId: 'c1', businessId: '-000abc' };
const app = { app_id: '7400000000000000001', secret: 'business-secret' };

function setUp(...responses: (string | object)[]) {
  const transport = new ScriptedTransport(responses);
  const tokens = {
    accessToken: () => Promise.resolve('act.1'),
    renewedToken: () => Promise.resolve('act.2'),
  };
  const client = new BusinessClient(SPEC_CONFIG, new TokenInterceptor(transport, tokens));
  const appClient = new BusinessAppClient(SPEC_CONFIG, transport);
  return {
    sent: transport.sent,
    client,
    comments: new CommentApi(client),
    advertisers: new AdvertiserApi(client, appClient),
    accountOAuth: new AccountOAuthApi(SPEC_CONFIG, appClient),
    advertiserOAuth: new AdvertiserOAuthApi(SPEC_CONFIG, appClient),
  };
}

describe('Business API clients', () => {
  it('send arrays in the query as JSON text, and the token as Access-Token', async () => {
    const { advertisers, sent } = setUp(envelope(0, { list: [{ advertiser_id: '7', currency: 'JPY' }] }));
    await expect(advertisers.info('c1', ['7'])).resolves.toEqual([{ advertiser_id: '7', currency: 'JPY' }]);
    const url = new URL(sent[0]?.url ?? '');
    expect(url.origin + url.pathname).toBe('https://business-api.tiktok.com/open_api/v1.3/advertiser/info/');
    expect(url.searchParams.get('advertiser_ids')).toBe('["7"]');
    expect(sent[0]?.options?.headers).toEqual({ 'access-token': 'act.1' });
  });

  it('omit undefined values, and name the account in every call', async () => {
    const { comments, sent } = setUp(envelope(0, { comments: [], cursor: 0, has_more: false }));
    await comments.list(account, { video_id: '1', cursor: undefined, max_count: 30, include_replies: true });
    expect(Object.fromEntries(new URL(sent[0]?.url ?? '').searchParams)).toEqual({
      business_id: '-000abc',
      video_id: '1',
      max_count: '30',
      include_replies: 'true',
    });
  });

  it('send a comment once, even if TikTok does not respond', async () => {
    const { comments, sent } = setUp('<html>504</html>', envelope(0));
    await expect(comments.reply(account, { video_id: '1', comment_id: '2', text: 'Hi' })).rejects.toThrow();
    expect(sent.map((request) => request.options?.json)).toEqual([
      { business_id: '-000abc', video_id: '1', comment_id: '2', text: 'Hi' },
    ]);
  });

  it('hide, like and delete comments with the documented actions', async () => {
    const { comments, sent } = setUp(envelope(0), envelope(0), envelope(0));
    await comments.hide(account, { video_id: '1', comment_id: '2', action: 'HIDE' });
    await comments.like(account, { comment_id: '2', action: 'UNLIKE' });
    await comments.delete(account, { comment_id: '2' });
    expect(sent.map(({ url }) => new URL(url).pathname.split('/').at(-2))).toEqual([
      'hide',
      'like',
      'delete',
    ]);
    expect(sent[0]?.options?.json).toEqual({
      business_id: '-000abc',
      video_id: '1',
      comment_id: '2',
      action: 'HIDE',
    });
  });

  it('report which items of a mutation failed', async () => {
    const { client } = setUp(envelope(20_001, { done: ['1'] }));
    const holder = { credentialId: 'c1', family: { headers: () => ({}), rejections: new Set<string>() } };
    await expect(client.postPartly(holder, '/ad/status/update/', {})).resolves.toMatchObject({
      partial: true,
      data: { done: ['1'] },
    });
  });
});

describe('AdvertiserOAuthApi', () => {
  it('sends the browser to the portal, without scopes', () => {
    const url = setUp().advertiserOAuth.authorizeUrl({ redirectUri: 'https://c.example/cb', state: 's' });
    expect(url).toBe(
      'https://business-api.tiktok.com/portal/auth?app_id=7400000000000000001&state=s&redirect_uri=https%3A%2F%2Fc.example%2Fcb',
    );
  });

  it('reads scope ids beyond 2^53 as text', async () => {
    const response =
      '{"code":0,"data":{"access_token":"t","advertiser_ids":["7"],"scope":[1,7533163835474346001]}}';
    const { advertiserOAuth, sent } = setUp(response);
    await expect(advertiserOAuth.exchangeCode('code')).resolves.toEqual({
      accessToken: 't',
      advertiserIds: ['7'],
      scopeIds: ['1', '7533163835474346001'],
    });
    expect(sent[0]?.options?.json).toEqual({ ...app, auth_code: 'code' });
  });

  it('does not accept an error inside HTTP 200 as a token', async () => {
    await expect(setUp(envelope(40_110)).advertiserOAuth.exchangeCode('used')).rejects.toMatchObject({
      code: '40110',
    });
    await expect(setUp(envelope(0, {})).advertiserOAuth.exchangeCode('x')).rejects.toThrow('incomplete');
  });
});

describe('AccountOAuthApi', () => {
  const tokens = {
    access_token: 'act.x',
    token_type: 'Bearer',
    scope: 'user.info.basic,comment.list',
    expires_in: 86_400,
    refresh_token: 'rft.x',
    refresh_token_expires_in: 31_536_000,
    open_id: '-000abc',
  };

  it("sends the Business app's id as client_key", () => {
    const { accountOAuth } = setUp();
    const scopes = ['comment.list', 'comment.list.manage'];
    const url = new URL(accountOAuth.authorizeUrl({ scopes, redirectUri: 'https://c.example/', state: 's' }));
    expect(url.origin + url.pathname).toBe('https://www.tiktok.com/v2/auth/authorize/');
    expect(url.searchParams.get('client_key')).toBe('7400000000000000001');
    expect(url.searchParams.get('scope')).toBe('comment.list,comment.list.manage');
    expect(url.searchParams.get('disable_auto_auth')).toBe('1');
  });

  it('maps a token pair, and the pair of a refresh', async () => {
    const { accountOAuth, sent } = setUp(
      envelope(0, tokens),
      envelope(0, { ...tokens, refresh_token: 'rft.y' }),
    );
    await expect(accountOAuth.exchangeCode('c', 'https://c.example/')).resolves.toEqual({
      openId: '-000abc',
      accessToken: 'act.x',
      refreshToken: 'rft.x',
      accessLifetimeSeconds: 86_400,
      refreshLifetimeSeconds: 31_536_000,
      scopes: ['user.info.basic', 'comment.list'],
    });
    await expect(accountOAuth.refresh('rft.x')).resolves.toMatchObject({ refreshToken: 'rft.y' });
    expect(sent[1]?.options?.json).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'rft.x' });
  });

  it('rejects a response without a refresh token, since saving it would lose the old one', async () => {
    const { accountOAuth } = setUp(envelope(0, { ...tokens, refresh_token: '' }));
    await expect(accountOAuth.refresh('rft.x')).rejects.toThrow('incomplete');
  });
});
