import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SandboxClient } from '../testing/sandbox-client.js';
import { DOCUMENTED_STATUS } from './documented-status.js';
import { matches } from './fault-rule.js';

describe('matches', () => {
  it.each([
    ['POST /v2/oauth/token/', 'POST', '/v2/oauth/token/', true],
    ['GET /v2/oauth/token/', 'POST', '/v2/oauth/token/', false],
    ['/v2/*', 'GET', '/v2/user/info/', true],
    ['* /v2/post/publish/*/init/', 'POST', '/v2/post/publish/video/init/', true],
    ['/v2/user.info/', 'GET', '/v2/user/info/', false],
    ['PUT /upload/*', 'PUT', '/upload/video/', true],
  ])('%s against %s %s: %s', (match, method, path, expected) => {
    expect(matches(match, method, path)).toBe(expected);
  });
});

describe('faults', () => {
  let client: SandboxClient;
  let token: string;
  beforeEach(async () => {
    client = await SandboxClient.start();
    token = await client.accessToken();
  });
  afterEach(() => client.close());

  const order = (rule: object) => client.control('/faults', rule);
  const user = () => client.api('/v2/user/info/?fields=open_id', token, '', 'GET');
  const init = () =>
    client.api('/v2/post/publish/video/init/', token, {
      post_info: { privacy_level: 'SELF_ONLY' },
      source_info: { source: 'FILE_UPLOAD', video_size: 1000, chunk_size: 1000, total_chunk_count: 1 },
    });
  const publications = async (): Promise<Record<string, unknown>[]> =>
    (await client.control('/state', {}, 'GET')).json['publications'] as unknown as Record<string, unknown>[];

  it('responds 500 with HTML after N calls, as often as ordered', async () => {
    await order({ match: 'GET /v2/user/info/', kind: 'http500_html', after: 1, times: 1 });
    expect((await user()).status).toBe(200);
    const broken = await user();
    expect(broken.status).toBe(500);
    expect(broken.headers.get('content-type')).toBe('text/html');
    expect((await user()).status).toBe(200);
  });

  it('responds with any code in the format of the API', async () => {
    await order({ match: '/v2/user/*', kind: 'error_code', code: 'access_token_invalid', times: 1 });
    expect((await user()).json).toMatchObject({ data: {}, error: { code: 'access_token_invalid' } });
    await order({ match: '/v2/user/*', kind: 'error_code', code: 'spam_risk', status: 200, times: 1 });
    expect((await user()).status).toBe(200);
    await order({ match: '/v2/user/*', kind: 'rate_limited' });
    expect((await user()).json['error']?.['code']).toBe('rate_limit_exceeded');
    await order({ match: '/v2/oauth/token/', kind: 'error_code', code: 'server_error' });
    expect((await client.token({})).json['error']).toBe('server_error');
  });

  it('resets before the effect, or loses the response after it', async () => {
    await order({ match: '/v2/post/publish/video/init/', kind: 'reset', times: 1 });
    await expect(init()).rejects.toThrow();
    expect(await publications()).toHaveLength(0);
    await order({ match: '/v2/post/publish/video/init/', kind: 'lost_response', times: 1 });
    await expect(init()).rejects.toThrow();
    expect(await publications()).toHaveLength(1);
  });

  it('cuts a response in the middle', async () => {
    await order({ match: '/v2/user/info/', kind: 'reset_mid_body', bytes: 5, times: 1 });
    await expect(user()).rejects.toThrow();
    expect((await user()).status).toBe(200);
  });

  it('applies to uploads: cut, lost, refused', async () => {
    const url = String((await init()).json['data']?.['upload_url']);
    const put = () => client.put(url, Buffer.alloc(1000), 0, 1000);
    await order({ match: 'PUT /upload/*', kind: 'reset_mid_body', bytes: 100, times: 1 });
    await expect(put()).rejects.toThrow();
    expect((await publications())[0]).toMatchObject({ receivedBytes: 0 });
    await order({ match: 'PUT /upload/*', kind: 'http500_html', times: 1 });
    expect((await put()).status).toBe(500);
    await order({ match: 'PUT /upload/*', kind: 'lost_response', times: 1 });
    await expect(put()).rejects.toThrow();
    expect((await put()).status).toBe(416);
    expect((await publications())[0]).toMatchObject({ receivedBytes: 1000 });
  });

  it('stops when the rules are deleted, and names the problem of a rule', async () => {
    await order({ match: '/v2/*', kind: 'http500_html' });
    await client.control('/faults', {}, 'DELETE');
    expect((await user()).status).toBe(200);
    const bad = await order({ match: '/v2/*', kind: 'explode' });
    expect(bad.status).toBe(400);
    expect(bad.json['error']).toMatch(/kind must be one of/);
  });

  it.each(Object.entries(DOCUMENTED_STATUS))('can respond with %s as documented', async (code, status) => {
    await order({ match: '/v2/post/publish/video/init/', kind: 'error_code', code });
    const answer = await init();
    expect([answer.status, answer.json['error']?.['code']]).toEqual([status, code]);
    expect('data' in answer.json).toBe(status !== 403);
  });

  const creator = () => client.api('/v2/post/publish/creator_info/query/', token);

  it('returns spam risk within 200 where TikTok does, and server errors without a body', async () => {
    await order({
      match: '/v2/*creator_info*',
      kind: 'error_code',
      code: 'reached_active_user_cap',
      times: 1,
    });
    const capped = await creator();
    expect([capped.status, capped.json['error']?.['code']]).toEqual([200, 'reached_active_user_cap']);
    await order({ match: '/v2/*creator_info*', kind: 'empty_body', status: 503, times: 1 });
    const empty = await creator();
    expect([empty.status, empty.text]).toEqual([503, '']);
    await order({ match: '/v2/*creator_info*', kind: 'http500_html', status: 502 });
    expect((await creator()).text).toContain('502 Bad Gateway');
  });

  const pattern = async (): Promise<number[]> => {
    await client.control('/reset', { seed: 5 });
    token = await client.accessToken();
    await order({ match: '/v2/user/*', kind: 'empty_body', probability: 0.5 });
    const statuses: number[] = [];
    for (let call = 0; call < 20; call += 1) statuses.push((await user()).status);
    return statuses;
  };

  it('applies at random in the same way for the same seed', async () => {
    const first = await pattern();
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await pattern()).toEqual(first);
  });

  it.each([
    [{ match: '/v2/*', kind: 'slow', probability: 2 }, /probability/],
    [{ match: '/v2/*', kind: 'error_code', status: 99 }, /status/],
    [{ rules: [null] }, /match must be/],
  ])('refuses the rule %j', async (rule, complaint) => {
    const answer = await order(rule);
    expect(answer.status).toBe(400);
    expect(answer.json['error']).toMatch(complaint);
  });
});
