import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ALL_SCOPES, REDIRECT_URI, SandboxClient } from '../testing/sandbox-client.js';

describe('the consent page', () => {
  let client: SandboxClient;
  beforeAll(async () => {
    client = await SandboxClient.start();
  });
  afterEach(() => client.control('/reset'));
  afterAll(() => client.close());

  it('offers the accounts and every requested scope, and redirects only after the decision', async () => {
    const page = await client.authorize({ sandbox_auto_approve: '0' });
    expect(page.status).toBe(200);
    for (const scope of ALL_SCOPES.split(',')) expect(page.text).toContain(scope);
    expect(page.text).toContain('@demo');
  });

  it('returns a code with encoded * and !, the granted scopes and the state', async () => {
    const { headers, status } = await client.authorize({ sandbox_scopes: 'user.info.basic,video.list' });
    const location = headers.get('location') ?? '';
    expect(status).toBe(302);
    expect(location.startsWith(`${REDIRECT_URI}?`)).toBe(true);
    expect(location).toMatch(/code=[^&]+%2A0%216410&/);
    const query = new URL(location).searchParams;
    expect(query.get('scopes')).toBe('user.info.basic,video.list');
    expect(query.get('state')).toBe('st');
  });

  it('grants the scopes that stay ticked', async () => {
    const form = {
      client_key: 'sandbox-client-key',
      response_type: 'code',
      scope: ALL_SCOPES,
      redirect_uri: REDIRECT_URI,
      sandbox_account: 'demo',
      sandbox_decision: 'approve',
      sandbox_scope: 'video.list',
    };
    const { headers } = await client.form('/v2/auth/authorize/', form);
    expect(new URL(headers.get('location') ?? '').searchParams.get('scopes')).toBe('video.list');
  });

  it('returns access_denied with the state when the user denies', async () => {
    const { headers } = await client.authorize({ sandbox_deny: '1' });
    const query = new URL(headers.get('location') ?? '').searchParams;
    expect(query.get('error')).toBe('access_denied');
    expect(query.get('state')).toBe('st');
    expect(query.has('code')).toBe(false);
  });

  it.each([
    ['an unknown client key', { client_key: 'unknown' }, 'client_key'],
    ['a redirect URI elsewhere', { redirect_uri: 'https://evil.example/' }, 'redirect_uri'],
    ['an unknown scope', { scope: 'business.creator.insights' }, 'scope'],
    ['another response type', { response_type: 'token' }, 'response_type'],
  ])('shows an error and does not redirect for %s', async (_case, more, errorType) => {
    const answer = await client.authorize(more);
    expect(answer.headers.get('location')).toBeNull();
    expect(answer.text).toContain(`error_type=${errorType}`);
  });

  it('matches registered redirect URIs character for character', async () => {
    const strict = await SandboxClient.start({ redirectUris: [REDIRECT_URI] });
    expect((await strict.authorize()).status).toBe(302);
    expect((await strict.authorize({ redirect_uri: `${REDIRECT_URI}/` })).status).toBe(200);
    await strict.close();
  });

  it('accepts any local port that a desktop app has registered', async () => {
    const desktop = await SandboxClient.start({ redirectUris: ['http://localhost:*/callback'] });
    const at = async (redirect_uri: string): Promise<number> =>
      (await desktop.authorize({ redirect_uri })).status;
    expect(await at('http://localhost:4123/callback')).toBe(302);
    expect(await at('http://localhost:4123/callback/')).toBe(200);
    expect(await at('http://localhost:/callback')).toBe(200);
    expect(await at('http://localhost.evil.example:80/callback')).toBe(200);
    await desktop.close();
  });

  it('lets only listed users into a sandbox app, and posts nothing public for them', async () => {
    await client.control('/settings', { targetUsers: ['tester'] });
    await client.control('/accounts', { username: 'tester', videos: 1 });
    const stranger = await client.authorize({ sandbox_account: 'demo' });
    expect(stranger.headers.get('location')).toBeNull();
    expect(stranger.text).toContain('error_type=non_sandbox_target');
    const token = await client.accessToken({ sandbox_account: 'tester' });
    const post = await client.api('/v2/post/publish/video/init/', token, {
      post_info: { privacy_level: 'PUBLIC_TO_EVERYONE' },
      source_info: { source: 'FILE_UPLOAD', video_size: 10, chunk_size: 10, total_chunk_count: 1 },
    });
    expect(post.json['error']?.['code']).toBe('unaudited_client_can_only_post_to_private_accounts');
  });

  it('refuses every login to an app that was never approved', async () => {
    await client.control('/settings', { appApproved: false });
    expect((await client.authorize()).text).toContain('error_type=client_key&amp;errCode=10003');
  });

  it('skips the page, when asked to, for a browser that has approved the same before', async () => {
    const answer = await client.authorize();
    const cookie = String(answer.headers.get('set-cookie')).split(';')[0] ?? '';
    const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
    await client.token({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI });
    const again = (disable_auto_auth: string): Promise<number> => {
      const query = new URLSearchParams({
        client_key: 'sandbox-client-key',
        response_type: 'code',
        scope: 'user.info.basic',
        redirect_uri: REDIRECT_URI,
        disable_auto_auth,
      });
      const path = `/v2/auth/authorize/?${query.toString()}`;
      return client.send('GET', path, { headers: { cookie } }).then(({ status }) => status);
    };
    expect(await again('0')).toBe(302);
    expect(await again('1')).toBe(200);
  });
});
