import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, SandboxClient } from '../testing/sandbox-client.js';

interface Video {
  id: string;
  create_time: number;
  view_count: number;
  comment_count: number;
}

const videosOf = (answer: Answer): Video[] => answer.json['data']?.['videos'] as Video[];

describe('a seeded world', () => {
  let client: SandboxClient;
  beforeEach(async () => {
    client = await SandboxClient.start({ rateLimits: false });
  });
  afterEach(() => client.close());

  const list = (token: string, body: object): Promise<Answer> =>
    client.api('/v2/video/list/?fields=id,create_time,view_count,comment_count', token, body);

  it('has a million videos after one call, each found by its id', async () => {
    const seeded = await client.control('/seed', { accounts: 1000, videos: 1000, comments: 4 });
    expect(seeded.json).toMatchObject({
      added: 1000,
      accounts: 1001,
      videos: 1_000_000,
      comments: 4_000_000,
    });
    const token = await client.accessToken({ sandbox_account: 'creator777' });
    const user = await client.api('/v2/user/info/?fields=video_count,likes_count', token, '', 'GET');
    expect(user.json['data']?.['user']).toMatchObject({ video_count: 1000 });
    const middle = Date.UTC(2024, 5, 1);
    const page = videosOf(await list(token, { max_count: 20, cursor: middle }));
    expect(page).toHaveLength(20);
    expect(page.every(({ create_time }) => create_time * 1000 < middle)).toBe(true);
    const query = await client.api('/v2/video/query/?fields=id,view_count', token, {
      filters: { video_ids: page.map(({ id }) => id) },
    });
    expect(videosOf(query).map(({ id }) => id)).toEqual(page.map(({ id }) => id));
  });

  it('lists a very long profile completely, without gaps or repetitions', async () => {
    await client.control('/accounts', { username: 'prolific', videos: 1000, comments: 1 });
    const token = await client.accessToken({ sandbox_account: 'prolific' });
    const seen: string[] = [];
    let cursor = 0;
    for (let more = true; more;) {
      const answer = await list(token, { max_count: 20, cursor });
      seen.push(...videosOf(answer).map(({ id }) => id));
      cursor = answer.json['data']?.['cursor'] as number;
      more = answer.json['data']?.['has_more'] as boolean;
    }
    expect(new Set(seen).size).toBe(1000);
    expect(seen).toHaveLength(1000);
  });

  it('shows the same counters at the same time in every world of the seed', async () => {
    const twin = await SandboxClient.start();
    const id = videosOf(await list(await client.accessToken(), { max_count: 1 }))[0]?.id;
    const theirs = videosOf(
      await twin.api('/v2/video/list/?fields=id', await twin.accessToken(), { max_count: 1 }),
    );
    expect(theirs[0]?.id).toBe(id);
    await twin.close();
  });

  it('finds a seeded comment by its id, and no longer after the viewer deletes it', async () => {
    const before = await client.control('/comments?account=demo', {}, 'GET');
    const [first, ...others] = before.json['comments'] as unknown as { id: string }[];
    expect(first?.id).toMatch(/^\d{19}$/);
    expect(others).toHaveLength(2);
    const removed = await client.control(`/comments/${first?.id}`, {}, 'DELETE');
    expect(removed.json['deleted']).toEqual([first?.id]);
    const after = await client.control('/comments', {}, 'GET');
    expect(after.json['comments']).toEqual(others);
    expect((await client.control(`/comments/${first?.id}`, {}, 'DELETE')).status).toBe(404);
  });

  it.each([
    [{ accounts: 1_000_000 }, /accounts must be a whole number up to/],
    [{ videos: 1.5 }, /videos must be a whole number/],
    [{ comments: 5000 }, /comments must be a whole number up to 4095/],
  ])('refuses to seed %j', async (body, complaint) => {
    const answer = await client.control('/seed', body);
    expect(answer.status).toBe(400);
    expect(answer.json['error']).toMatch(complaint);
  });
});

describe('the videos of a profile', () => {
  let client: SandboxClient;
  let token: string;
  beforeEach(async () => {
    client = await SandboxClient.start();
    token = await client.accessToken();
  });
  afterEach(() => client.close());

  const newest = async (): Promise<string> =>
    videosOf(await client.api('/v2/video/list/?fields=id', token, { max_count: 1 }))[0]?.id ?? '';
  const count = async (): Promise<unknown> => {
    const answer = await client.api('/v2/user/info/?fields=video_count', token, '', 'GET');
    return (answer.json['data']?.['user'] as Record<string, unknown> | undefined)?.['video_count'];
  };

  it('disappear from the API while they are hidden', async () => {
    const id = await newest();
    await client.control(`/videos/${id}`, { public: false });
    expect(await newest()).not.toBe(id);
    expect(await count()).toBe(39);
    await client.control(`/videos/${id}`, { public: true });
    expect(await newest()).toBe(id);
  });

  it('stay deleted', async () => {
    const id = await newest();
    expect((await client.control(`/videos/${id}`, {}, 'DELETE')).json).toEqual({ deleted: id });
    expect(await count()).toBe(39);
    const query = await client.api('/v2/video/query/?fields=id', token, { filters: { video_ids: [id] } });
    expect(videosOf(query)).toEqual([]);
    expect((await client.control(`/videos/${id}`, { public: true })).status).toBe(404);
  });

  it('are hidden while the account is private, unless the setting lists them', async () => {
    await client.control('/accounts/demo', { private: true });
    expect([await newest(), await count()]).toEqual(['', 0]);
    await client.control('/settings', { privateAccountVideos: 'listed' });
    expect(await count()).toBe(40);
  });
});
