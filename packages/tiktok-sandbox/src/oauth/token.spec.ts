import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { KEYS, REDIRECT_URI, SandboxClient } from '../testing/sandbox-client.js';

describe('the token endpoint', () => {
  let client: SandboxClient;
  beforeEach(async () => {
    client = await SandboxClient.start();
  });
  afterEach(() => client.close());

  const refresh = (token: unknown) =>
    client.token({ grant_type: 'refresh_token', refresh_token: String(token) });
  const userInfo = (token: unknown) => client.api('/v2/user/info/?fields=open_id', String(token), '', 'GET');

  it('returns a flat object with the lifetimes of November 2026', async () => {
    const tokens = await client.connect({ sandbox_scopes: 'user.info.basic,video.list' });
    expect(tokens).toEqual({
      access_token: expect.stringMatching(/^act\./),
      expires_in: 7200,
      open_id: expect.stringMatching(/^-000.{32}$/),
      refresh_expires_in: 15_552_000,
      refresh_token: expect.stringMatching(/^rft\./),
      scope: 'video.list,user.info.basic',
      token_type: 'Bearer',
    });
  });

  it('returns the same lifetimes, however long the response takes', async () => {
    let now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => (now += 400));
    try {
      const first = await client.connect();
      expect([first['expires_in'], first['refresh_expires_in']]).toEqual([7200, 15_552_000]);
      await client.control('/settings', { refreshExpiry: 'sliding' });
      const second = (await refresh(first['refresh_token'])).json;
      expect([second['expires_in'], second['refresh_expires_in']]).toEqual([7200, 15_552_000]);
    } finally {
      clock.mockRestore();
    }
  });

  it('rotates strictly: the old refresh token is invalid, the old access token valid until it expires', async () => {
    const first = await client.connect();
    const second = (await refresh(first['refresh_token'])).json;
    expect(second['refresh_token']).not.toBe(first['refresh_token']);
    const again = await refresh(first['refresh_token']);
    expect(again.status).toBe(200);
    expect(again.json).toMatchObject({
      error: 'invalid_grant',
      error_description: 'Refresh token is invalid or expired.',
      log_id: expect.stringMatching(/^\d{14}[0-9A-F]{20}$/),
    });
    expect((await userInfo(first['access_token'])).status).toBe(200);
    expect((await userInfo(second['access_token'])).status).toBe(200);
  });

  it('does not move the refresh token’s expiry', async () => {
    const first = await client.connect();
    await client.control('/clock', { advanceSeconds: 1000 });
    const second = (await refresh(first['refresh_token'])).json;
    expect(second['expires_in']).toBe(7200);
    expect(Number(second['refresh_expires_in'])).toBeLessThanOrEqual(15_551_000);
    await client.control('/clock', { advanceSeconds: 15_551_000 });
    expect((await refresh(second['refresh_token'])).json['error']).toBe('invalid_grant');
  });

  it('expires an access token after two hours', async () => {
    const { access_token } = await client.connect();
    await client.control('/clock', { advanceSeconds: 7201 });
    const answer = await userInfo(access_token);
    expect(answer.status).toBe(401);
    expect(answer.json['error']?.['code']).toBe('access_token_invalid');
  });

  it('keeps the refresh token in the legacy profile', async () => {
    await client.control('/settings', { tokenProfile: 'legacy' });
    const first = await client.connect();
    const second = (await refresh(first['refresh_token'])).json;
    expect(second).toMatchObject({ expires_in: 86_400, refresh_token: first['refresh_token'] });
    expect((await refresh(first['refresh_token'])).json['error']).toBeUndefined();
  });

  it('accepts a code once, within five minutes, with the same redirect URI', async () => {
    const exchange = (code: string, redirect_uri = REDIRECT_URI) =>
      client.token({ grant_type: 'authorization_code', code, redirect_uri });
    const code = await client.code();
    expect((await exchange(code, 'http://localhost/other')).json).toMatchObject({
      error: 'invalid_request',
      error_description: 'Redirect_uri is not matched with the uri when requesting code.',
    });
    expect((await exchange(code)).json['access_token']).toBeDefined();
    const expired = { error: 'invalid_grant', error_description: 'Authorization code is expired.' };
    expect((await exchange(code)).json).toMatchObject(expired);
    const late = await client.code();
    await client.control('/clock', { advanceSeconds: 301 });
    expect((await exchange(late)).json).toMatchObject(expired);
  });

  it('checks a PKCE challenge as lower-case hex', async () => {
    const verifier = 'v'.repeat(50);
    const hex = createHash('sha256').update(verifier).digest('hex');
    const code = await client.code({ code_challenge: hex, code_challenge_method: 'S256' });
    const fields = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI };
    expect((await client.token({ ...fields, code_verifier: 'other' })).json['error_description']).toBe(
      'Code verifier or code challenge is invalid.',
    );
    expect((await client.token({ ...fields, code_verifier: verifier })).json['access_token']).toBeDefined();
  });

  it.each([
    [{ client_secret: 'wrong' }, 'invalid_client', 'Client key or secret is incorrect.'],
    [{ client_secret: '' }, 'invalid_request', 'Client secret is missed in request.'],
    [{ grant_type: 'password' }, 'unsupported_grant_type', 'The grant type is not supported.'],
    [{ refresh_token: '' }, 'invalid_request', 'The request parameters are malformed.'],
  ])('refuses %j within HTTP 200', async (more, error, error_description) => {
    const answer = await client.token({ grant_type: 'refresh_token', refresh_token: 'rft.x', ...more });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ error, error_description });
  });

  it('refuses JSON and, by setting, uses 4xx statuses', async () => {
    const init = { body: JSON.stringify(KEYS), headers: { 'content-type': 'application/json' } };
    const answer = await client.send('POST', '/v2/oauth/token/', init);
    expect(answer.status).toBe(200);
    expect(answer.json['error_description']).toBe(
      'Only `application/x-www-form-urlencoded` is accepted as Content-Type.',
    );
    await client.control('/settings', { oauthErrorStatus: '4xx' });
    expect((await refresh('rft.unknown')).status).toBe(400);
    expect((await client.token({ client_secret: 'wrong' })).status).toBe(401);
  });

  it('issues client tokens, which user endpoints refuse', async () => {
    const { json } = await client.token({ grant_type: 'client_credentials' });
    expect(json).toEqual({
      access_token: expect.stringMatching(/^clt\./),
      expires_in: 7200,
      token_type: 'Bearer',
    });
    expect((await userInfo(json['access_token'])).status).toBe(401);
  });

  it('revokes: returns {}, and both tokens are invalid', async () => {
    const tokens = await client.connect();
    const answer = await client.form('/v2/oauth/revoke/', {
      ...KEYS,
      token: String(tokens['access_token']),
    });
    expect(answer.text).toBe('{}');
    expect((await userInfo(tokens['access_token'])).status).toBe(401);
    expect((await refresh(tokens['refresh_token'])).json['error']).toBe('invalid_grant');
  });

  it('moves the refresh token’s expiry, keeps the old one valid, or returns an empty revoke, by setting', async () => {
    await client.control('/settings', {
      refreshExpiry: 'sliding',
      rotationGraceSeconds: 60,
      revokeAnswer: 'empty',
    });
    const first = await client.connect();
    await client.control('/clock', { advanceSeconds: 1000 });
    const second = (await refresh(first['refresh_token'])).json;
    expect(second['refresh_expires_in']).toBe(15_552_000);
    expect((await refresh(first['refresh_token'])).json['error']).toBeUndefined();
    await client.control('/clock', { advanceSeconds: 61 });
    expect((await refresh(first['refresh_token'])).json['error']).toBe('invalid_grant');
    const third = await client.connect();
    const revoked = await client.form('/v2/oauth/revoke/', { ...KEYS, token: String(third['access_token']) });
    expect([revoked.status, revoked.text]).toEqual([200, '']);
  });

  it('limits the OAuth calls of an app when a limit is set', async () => {
    await client.control('/settings', { limits: { oauth: 1 } });
    expect((await refresh('rft.x')).json['error']).toBe('invalid_grant');
    expect((await refresh('rft.x')).json['error']).toBe('temporarily_unavailable');
  });

  it('rotates on demand, as if another process had refreshed', async () => {
    const first = await client.connect();
    const rotated = await client.control('/tokens/rotate', { account: 'demo' });
    expect((await refresh(first['refresh_token'])).json['error']).toBe('invalid_grant');
    const [tokens] = rotated.json['tokens'] as unknown as Record<string, unknown>[];
    expect((await refresh(tokens?.['refresh_token'])).json['access_token']).toBeDefined();
  });
});
