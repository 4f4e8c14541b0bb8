import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, SandboxClient } from '../testing/sandbox-client.js';

interface Video {
  id: string;
  create_time: number;
  view_count: number;
  cover_image_url: string;
}

const videosOf = (answer: Answer): Video[] => answer.json['data']?.['videos'] as Video[];

async function newestIds(client: SandboxClient): Promise<string[]> {
  const answer = await client.api('/v2/video/list/?fields=id', await client.accessToken());
  return videosOf(answer).map(({ id }) => id);
}

describe('the Display API', () => {
  let client: SandboxClient;
  let token: string;
  beforeAll(async () => {
    client = await SandboxClient.start({ seed: 7 });
    token = await client.accessToken();
  });
  afterAll(() => client.close());

  const list = (body: object, fields = 'id,create_time,view_count') =>
    client.api(`/v2/video/list/?fields=${fields}`, token, body);
  const user = (fields: string, bearer = token) =>
    client.api(`/v2/user/info/?fields=${fields}`, bearer, '', 'GET');

  it('returns only the requested user fields, in the envelope', async () => {
    const answer = await user('open_id,follower_count,video_count');
    expect(answer.json).toEqual({
      data: {
        user: { open_id: expect.any(String), follower_count: expect.any(Number), video_count: 40 },
      },
      error: { code: 'ok', message: '', log_id: expect.stringMatching(/^\d{14}[0-9A-F]{20}$/) },
    });
  });

  it('refuses a call without fields with the body that TikTok sends', async () => {
    const answer = await user('');
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      data: {},
      error: {
        code: 'invalid_params',
        message: 'Fields is required, please provide fields in the request',
      },
    });
  });

  it('distinguishes a missing field scope from a missing endpoint scope', async () => {
    const basic = await client.accessToken({ sandbox_scopes: 'user.info.basic' });
    const field = await user('follower_count', basic);
    expect([field.status, field.json['error']?.['code']]).toEqual([400, 'scope_permission_missed']);
    const endpoint = await client.api('/v2/video/list/?fields=id', basic);
    expect(endpoint.status).toBe(401);
    expect(endpoint.json).toMatchObject({ data: {}, error: { code: 'scope_not_authorized' } });
  });

  it('refuses an unknown token with data {}', async () => {
    const answer = await user('open_id', 'act.nothing');
    expect(answer.status).toBe(401);
    expect(answer.json).toMatchObject({
      data: {},
      error: {
        code: 'access_token_invalid',
        message: 'The access token is invalid or not found in the request.',
      },
    });
  });

  it('pages through all videos by millisecond cursor, newest first', async () => {
    const seen: Video[] = [];
    let cursor = 0;
    for (let more = true; more;) {
      const answer = await list({ max_count: 15, cursor });
      seen.push(...videosOf(answer));
      cursor = answer.json['data']?.['cursor'] as number;
      more = answer.json['data']?.['has_more'] as boolean;
    }
    expect(seen).toHaveLength(40);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(40);
    expect(seen.every(({ id }) => /^\d{19}$/.test(id))).toBe(true);
    const times = seen.map(({ create_time }) => create_time);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(String(cursor)).toHaveLength(13);
  });

  it('responds for an account without videos as TikTok does', async () => {
    await client.control('/accounts', { username: 'empty', videos: 0 });
    const empty = await client.accessToken({ sandbox_account: 'empty' });
    const answer = await client.api('/v2/video/list/?fields=id', empty);
    expect(answer.json['data']).toEqual({ cursor: 0, has_more: false, videos: [] });
  });

  it('refuses more than 20 videos per page and bodies that are not JSON', async () => {
    expect((await list({ max_count: 21 })).status).toBe(400);
    const broken = await client.api('/v2/video/list/?fields=id', token, '{"max_count":');
    expect(broken.json['error']?.['code']).toBe('invalid_params');
  });

  it('silently omits unknown and foreign ids from a query', async () => {
    await client.control('/accounts', { username: 'stranger', videos: 1 });
    const stranger = await client.accessToken({ sandbox_account: 'stranger' });
    const foreign = videosOf(await client.api('/v2/video/list/?fields=id', stranger))[0]?.id;
    const own = videosOf(await list({ max_count: 1 }))[0]?.id;
    const answer = await client.api('/v2/video/query/?fields=id', token, {
      filters: { video_ids: [own, foreign, '7000000000000000000'] },
    });
    expect(answer.json['data']).toEqual({ videos: [{ id: own }], cursor: 0, has_more: false });
  });

  it('serves covers that expire after six hours, and counters that have grown by then', async () => {
    const before = videosOf(await list({ max_count: 1 }, 'id,view_count,cover_image_url'))[0];
    const cover = before?.cover_image_url ?? '';
    expect((await client.send('GET', cover)).text).toContain('<svg');
    await client.control('/clock', { advanceSeconds: 6 * 3600 + 1 });
    expect((await client.send('GET', cover)).status).toBe(403);
    token = await client.accessToken();
    const after = videosOf(await list({ max_count: 1 }, 'id,view_count'))[0];
    expect(after?.id).toBe(before?.id);
    expect(after?.view_count).toBeGreaterThan(before?.view_count ?? 0);
  });

  it('has the same world for the same seed', async () => {
    const twin = await SandboxClient.start({ seed: 7 });
    const other = await SandboxClient.start({ seed: 8 });
    const mine = await newestIds(client);
    expect(await newestIds(twin)).toEqual(mine);
    expect(await newestIds(other)).not.toEqual(mine);
    await twin.close();
    await other.close();
  });

  it('responds in plain text to an unknown path and to a missing slash', async () => {
    for (const path of ['/v2/research/video/query/', '/v2/user/info']) {
      const answer = await client.api(path, token, '', 'GET');
      expect([answer.status, answer.text]).toEqual([404, '404 page not found']);
    }
  });

  it('limits user info per minute, by setting', async () => {
    await client.control('/settings', { limits: { userInfo: 2 } });
    await client.control('/clock', { advanceSeconds: 61 });
    const statuses = [await user('open_id'), await user('open_id'), await user('open_id')];
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
    await client.control('/settings', { rateLimits: false });
    expect((await user('open_id')).status).toBe(200);
  });
});
