import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { REDIRECT_URI } from '../../testing/sandbox-client.js';
import { APP, BusinessClient } from '../testing/business-client.js';

const ACCOUNT_APP = { client_id: APP.app_id, client_secret: APP.secret };

describe('advertiser consent', () => {
  let client: BusinessClient;
  beforeEach(async () => {
    client = await BusinessClient.start();
  });
  afterEach(() => client.close());

  const exchange = (auth_code: string | null, more = {}) =>
    client.post('/oauth2/access_token/', { ...APP, auth_code, ...more });

  it('comes back with auth_code and code, good for one token without an end', async () => {
    const callback = await client.advertiserConsent();
    expect(callback.get('state')).toBe('st');
    expect(callback.get('code')).toBe(callback.get('auth_code'));
    const { data } = await exchange(callback.get('auth_code'));
    expect(Object.keys(data)).toEqual(['access_token', 'advertiser_ids', 'scope']);
    expect(data['advertiser_ids']).toHaveLength(2);
    expect((await exchange(callback.get('auth_code'))).code).toBe(40_110);
    await client.advance(400 * 86_400);
    expect((await client.get('/user/info/', {}, String(data['access_token']))).code).toBe(0);
  });

  it('comes back with the state alone when it is refused, and lives an hour', async () => {
    const refused = await client.advertiserConsent({ sandbox_deny: '1' });
    expect([...refused.keys()]).toEqual(['state']);
    const code = (await client.advertiserConsent()).get('auth_code');
    await client.advance(3601);
    expect((await exchange(code)).code).toBe(40_110);
    expect((await exchange('x', { secret: 'wrong' })).code).toBe(40_101);
  });

  it('carries a scope id above 2^53 as a bare number', async () => {
    const code = (await client.advertiserConsent()).get('auth_code');
    const { text } = await client.sandbox.send('POST', '/open_api/v1.3/oauth2/access_token/', {
      body: JSON.stringify({ ...APP, auth_code: code }),
      headers: { 'content-type': 'application/json' },
    });
    expect(text).toContain(',7533163835474346001]');
  });

  it('shows a page with the ad accounts to a person, and an error page for a wrong app', async () => {
    const query = new URLSearchParams({ app_id: APP.app_id, redirect_uri: REDIRECT_URI });
    const page = await client.sandbox.send('GET', `/portal/auth?${query.toString()}`);
    expect(page.text).toContain('Sandbox Store Japan');
    query.set('app_id', '1');
    expect((await client.sandbox.send('GET', `/portal/auth?${query.toString()}`)).text).toContain('app_id');
  });
});

describe('TikTok account consent', () => {
  let client: BusinessClient;
  beforeEach(async () => {
    client = await BusinessClient.start();
  });
  afterEach(() => client.close());

  const refresh = (refresh_token: unknown) =>
    client.post('/tt_user/oauth2/refresh_token/', {
      ...ACCOUNT_APP,
      grant_type: 'refresh_token',
      refresh_token,
    });

  it('gives the granted scopes and a business_id that is not the open_id of the Open API', async () => {
    const tokens = await client.connectAccount('user.info.basic,comment.list', {
      sandbox_scopes: 'user.info.basic',
    });
    expect(tokens).toMatchObject({
      token_type: 'Bearer',
      scope: 'user.info.basic',
      expires_in: 86_400,
      refresh_token_expires_in: 31_536_000,
      open_id: expect.stringMatching(/^_000/),
    });
    const query = { business_id: tokens['open_id'], video_id: '1' };
    const answer = await client.get('/business/comment/list/', query, String(tokens['access_token']));
    expect(answer.code).toBe(40_001);
  });

  it('is no login of the Open API, and its code lives ten minutes', async () => {
    const code = (await client.accountConsent('video.list')).get('code') ?? '';
    const token = await client.sandbox.token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: REDIRECT_URI,
    });
    expect(token.json['error']).toBe('invalid_grant');
    await client.advance(601);
    const late = {
      ...ACCOUNT_APP,
      grant_type: 'authorization_code',
      auth_code: code,
      redirect_uri: REDIRECT_URI,
    };
    expect((await client.post('/tt_user/oauth2/token/', late)).code).toBe(40_110);
  });

  it.each(['/tt_user/oauth2/token/', '/tt_user/oauth2/refresh_token/'])(
    '%s refuses another grant type',
    async (path) => {
      const ask = (grant_type?: string) => client.post(path, { ...ACCOUNT_APP, grant_type });
      expect([(await ask('password')).code, (await ask()).code]).toEqual([40_108, 40_002]);
    },
  );

  it('distinguishes an expired access token, a rotated and an expired refresh token', async () => {
    const tokens = await client.connectAccount();
    await client.advance(86_401);
    const profile = { business_id: tokens['open_id'] };
    const get = () => client.get('/business/get/', profile, String(tokens['access_token']));
    expect((await get()).code).toBe(40_105);
    await client.control('/settings', { business: { expiredTokenCode: 40_102 } });
    expect((await get()).code).toBe(40_102);
    const renewed = await refresh(tokens['refresh_token']);
    expect(renewed.data['refresh_token']).not.toBe(tokens['refresh_token']);
    expect((await refresh(tokens['refresh_token'])).code).toBe(40_107);
    await client.control('/business/tokens/expire', { account: 'demo', kind: 'refresh' });
    expect((await refresh(renewed.data['refresh_token'])).code).toBe(40_103);
  });
});
