import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SandboxClient } from '../testing/sandbox-client.js';

describe('the controls', () => {
  let client: SandboxClient;
  beforeEach(async () => {
    client = await SandboxClient.start();
  });
  afterEach(() => client.close());

  it('shows the request log and counters without secrets', async () => {
    const token = await client.accessToken();
    await client.api('/v2/user/info/?fields=open_id', token, '', 'GET');
    await client.api('/v2/user/info/?fields=open_id', 'act.wrong', '', 'GET');
    const log = await client.control('/requests?limit=2', {}, 'GET');
    expect(log.json['requests']).toEqual([
      expect.objectContaining({
        method: 'GET',
        path: '/v2/user/info/',
        status: 401,
        code: 'access_token_invalid',
      }),
      expect.objectContaining({ status: 200, code: 'ok' }),
    ]);
    const counters = await client.control('/counters', {}, 'GET');
    expect(counters.json).toMatchObject({
      calls: { 'GET /v2/user/info/': 2 },
      tokenCalls: 1,
      postsCreated: 0,
      answers429: 0,
    });
    const rates = await client.control('/rates', {}, 'GET');
    expect(rates.json['endpoints']?.['GET /v2/user/info/']).toMatchObject({
      calls: 2,
      answers429: 0,
      peakPerMinute: expect.any(Number),
      seconds: expect.arrayContaining([expect.objectContaining({ calls: expect.any(Number) })]),
    });
    const state = await client.control('/state', {}, 'GET');
    expect(state.text + log.text).not.toContain(token);
    expect(state.json['accounts']).toEqual([
      expect.objectContaining({ username: 'demo', videos: 40, tokens: [expect.any(Object)] }),
    ]);
  });

  it('expires tokens and drops scopes', async () => {
    const tokens = await client.connect();
    const user = () => client.api('/v2/user/info/?fields=open_id', String(tokens['access_token']), '', 'GET');
    await client.control('/accounts/demo', { dropScope: 'video.list' });
    const list = await client.api('/v2/video/list/?fields=id', String(tokens['access_token']));
    expect(list.json['error']?.['code']).toBe('scope_not_authorized');
    expect((await user()).status).toBe(200);
    await client.control('/tokens/expire', { account: 'demo', kind: 'access' });
    expect((await user()).status).toBe(401);
    const refresh = { grant_type: 'refresh_token', refresh_token: String(tokens['refresh_token']) };
    await client.control('/tokens/expire', { account: 'demo', kind: 'refresh' });
    expect((await client.token(refresh)).json['error']).toBe('invalid_grant');
  });

  it('returns to the initial state on reset', async () => {
    const token = await client.accessToken();
    await client.control('/accounts', { username: 'guest', videos: 1, private: true });
    await client.control('/settings', { audited: false });
    await client.control('/reset');
    const state = await client.control('/state', {}, 'GET');
    expect(state.json['accounts']).toHaveLength(1);
    expect(state.json['settings']).toMatchObject({ audited: true });
    expect((await client.api('/v2/user/info/?fields=open_id', token, '', 'GET')).status).toBe(401);
  });

  it.each([
    ['/clock', {}, 'advanceSeconds is missing'],
    ['/settings', { audited: 'no' }, 'audited must be of type boolean'],
    ['/settings', { limits: { init: null } }, 'init must be of type number'],
    ['/accounts', { username: 'demo' }, 'there already is an account demo'],
    ['/accounts/demo', { shiny: true }, 'unknown key shiny'],
    ['/comments', { text: 'hi', videoId: '7' }, 'there is no such video'],
    ['/tokens/expire', { account: 'missing' }, 'there is no account missing'],
  ])('%s with %j is refused: %s', async (path, body, message) => {
    const answer = await client.control(path, body);
    expect([400, 404]).toContain(answer.status);
    expect(answer.json['error']).toContain(message);
  });
});
