import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../testing/eventually.js';
import { WebhookReceiver } from '../../testing/webhook-receiver.js';
import { APP, BusinessClient } from '../testing/business-client.js';

type Row = Record<string, unknown>;

describe('the Accounts API', () => {
  let receiver: WebhookReceiver;
  let client: BusinessClient;
  let token: string;
  let business_id: string;
  beforeEach(async () => {
    receiver = await WebhookReceiver.start();
    client = await BusinessClient.start({ processingMs: 5, downloadMs: 5, moderationMs: 60_000 });
    const granted = await client.accountToken();
    token = granted.token;
    business_id = granted.businessId;
  });
  afterEach(async () => {
    await client.close();
    await receiver.close();
  });

  const get = <Data = Row>(path: string, query: Row = {}) =>
    client.get<Data>(path, { business_id, ...query }, token);
  const post = (path: string, body: Row) => client.post(path, { business_id, ...body }, token);
  const publish = (video_url: string) => post('/business/video/publish/', { video_url, post_info: {} });
  const play = (music_sound_id: unknown) =>
    post('/business/video/publish/', {
      video_url: 'https://example.com/a.mp4',
      post_info: { music_sound_info: { music_sound_id } },
    });
  const videos = async () =>
    (
      await get<{ videos: Row[]; cursor: number; has_more: boolean }>('/business/video/list/', {
        fields: ['item_id', 'create_time', 'video_views'],
        max_count: 20,
      })
    ).data;
  const hook = (event_type: string, more: Row = {}) =>
    client.post('/business/webhook/update/', { ...APP, event_type, callback_url: receiver.url, ...more });
  const unhook = (item_list?: unknown[]) =>
    client.post('/business/webhook/delete/', { ...APP, event_type: 'COMMENT', item_list });

  it('shows the same posts as the Open API, and their counters a day later', async () => {
    const open = client.sandbox;
    const list = await open.api('/v2/video/list/?fields=id', await open.accessToken(), { max_count: 20 });
    const page = await videos();
    const ids = [...list.text.matchAll(/"id":"?(\d{19})/g)].map((match) => match[1]);
    expect(page.videos.map((video) => video['item_id'])).toEqual(ids);
    expect(page.videos[0]?.['create_time']).toEqual(expect.stringMatching(/^\d{10}$/));
    const next = await get<{ videos: Row[]; has_more: boolean }>('/business/video/list/', {
      cursor: page.cursor,
      max_count: 20,
    });
    expect([next.data.videos.length, next.data.has_more]).toEqual([20, false]);
  });

  it.each([
    ['an unknown field', '/business/video/list/', { fields: ['item_id', 'luck'] }],
    ['fields without item_id', '/business/video/list/', { fields: ['likes'] }],
    ['21 videos', '/business/video/list/', { max_count: 21 }],
    ['days beyond the look-back', '/business/get/', { fields: ['video_views'], start_date: '2026-01-01' }],
  ])('refuses %s', async (_case, path, query) => {
    expect((await get(path, query)).code).toBe(40_002);
  });

  it('wants the scope of every field, and the business_id of its own token', async () => {
    await client.control('/business/tokens/scope', { drop: 'user.info.stats' });
    expect((await get('/business/get/', { fields: ['followers_count'] })).code).toBe(40_001);
    expect((await get('/business/get/', { business_id: '_000other' })).code).toBe(40_001);
  });

  it('writes, hides, likes and deletes comments, and says so by webhook with bare ids', async () => {
    await hook('COMMENT');
    const video_id = (await videos()).videos[0]?.['item_id'];
    const viewer = await client.control<{ commentId: string }>('/comments', {
      text: 'Price?',
      videoId: video_id,
    });
    const comment_id = viewer.json.commentId;
    const reply = await post('/business/comment/reply/create/', { video_id, comment_id, text: '9 €' });
    expect(reply.data).toMatchObject({ owner: true, parent_comment_id: comment_id, username: 'demo' });
    await post('/business/comment/hide/', { video_id, comment_id, action: 'HIDE' });
    await post('/business/comment/like/', { comment_id, action: 'LIKE' });
    const list = await get<{ comments: Row[] }>('/business/comment/list/', {
      video_id,
      include_replies: true,
    });
    expect(list.data.comments.find((one) => one['comment_id'] === comment_id)).toMatchObject({
      status: 'HIDDEN',
      liked: true,
      likes: 1,
      replies: 1,
      reply_list: [],
    });
    await client.control(`/comments/${comment_id}`, {
      likes: 7,
      username: 'lena.new',
      displayName: 'Lena N.',
    });
    const comment_ids = ['7000000000000000001', comment_id];
    const again = await get<{ comments: Row[] }>('/business/comment/list/', { video_id, comment_ids });
    expect(again.data.comments).toMatchObject([
      { comment_id, likes: 7, display_name: 'Lena N.', profile_image: expect.stringContaining('lena.new') },
    ]);
    expect((await get('/business/comment/reply/list/', { video_id, comment_id })).data['comments']).toEqual(
      [],
    );
    expect((await post('/business/comment/delete/', { comment_id })).code).toBe(40_001);
    expect((await post('/business/comment/delete/', { comment_id: reply.data['comment_id'] })).code).toBe(0);
    const bodies = await eventually(() => receiver.received.length === 5 && receiver.received);
    const contents = bodies.map(({ body }) => (JSON.parse(body) as { content: string }).content);
    const actions = contents.map(
      (content) => (JSON.parse(content) as { comment_action: string }).comment_action,
    );
    expect(actions.toSorted()).toEqual(['delete', 'insert', 'insert', 'set_to_hidden', 'set_to_public']);
    expect(contents.every((content) => /"comment_id":\d{19},"video_id":\d{19}/.test(content))).toBe(true);
  });

  it('notifies only of the posts in an item_list, and nothing of a kind that has no URL', async () => {
    const [first, second] = (await videos()).videos.map((video) => String(video['item_id']));
    expect((await hook('COMMENT', { item_list: [first] })).data['item_list']).toEqual([first]);
    expect((await hook('COMMENT', { item_list: [second] })).data['item_list']).toHaveLength(2);
    const third = (await videos()).videos[2]?.['item_id'];
    expect((await hook('COMMENT', { item_list: [third] })).data['item_list']).toHaveLength(3);
    expect((await unhook([third])).data['item_list']).toEqual([first, second]);
    expect((await unhook([third])).code).toBe(40_002);
    expect((await hook('VIDEO', { item_list: [first] })).code).toBe(40_002);
    for (const videoId of [first, second, third]) await client.control('/comments', { text: 'x', videoId });
    const { json } = await eventually(async () => {
      const answer = await client.control<{ deliveries: Row[] }>('/webhooks', {}, 'GET');
      return answer.json.deliveries.every(({ state }) => state !== 'pending') && answer;
    });
    expect(json.deliveries.map(({ state }) => state)).toEqual(['delivered', 'delivered', 'no_url']);
  });

  it.each([{ sort_order: 'asc' }, { sort_type: 'asc' }, { sort_type: 'ASC' }])(
    'sorts comments by %j',
    async (order) => {
      const video_id = (await videos()).videos[0]?.['item_id'];
      const query = { video_id, sort_field: 'create_time', ...order };
      const { data } = await get<{ comments: Row[] }>('/business/comment/list/', query);
      const times = data.comments.map((one) => Number(one['create_time']));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times).toHaveLength(3);
    },
  );

  it('enforces the length of a comment', async () => {
    const video_id = (await videos()).videos[0]?.['item_id'];
    const write = (length: number) =>
      post('/business/comment/create/', { video_id, text: 'x'.repeat(length) });
    expect([(await write(1_200)).code, (await write(1_201)).code]).toEqual([0, 40_002]);
    await client.control('/settings', { business: { commentMaxLength: 150 } });
    expect((await write(151)).code).toBe(40_002);
  });

  it("answers a viewer under another account's post, and nothing else there", async () => {
    await client.control('/accounts', { username: 'maria', videos: 1, comments: 1 });
    const { json } = await client.control<{ videos: Row[] }>('/videos?account=maria', {}, 'GET');
    const video_id = json.videos[0]?.['id'];
    const under = await client.control<{ comments: Row[] }>(
      `/comments?videoId=${String(video_id)}`,
      {},
      'GET',
    );
    const comment_id = under.json.comments[0]?.['id'];
    const reply = await post('/business/comment/reply/create/', { video_id, comment_id, text: 'hi' });
    expect(reply).toMatchObject({ code: 0, data: { video_id, parent_comment_id: comment_id, owner: false } });
    expect((await post('/business/comment/create/', { video_id, text: 'hi' })).code).toBe(40_002);
    expect((await get('/business/comment/list/', { video_id })).code).toBe(40_002);
    expect((await post('/business/comment/like/', { comment_id, action: 'LIKE' })).code).toBe(40_002);
    expect((await get('/business/comment/list/', { video_id: '7000000000000000001' })).code).toBe(40_007);
  });

  it.each([
    ['a WebP image', Buffer.from('RIFF0000WEBPVP8 '), 0],
    ['bytes that are no picture', Buffer.from('GIF89a'), 40_908],
    ['more than 5 MB', Buffer.alloc(5_000_001), 40_907],
  ])('answers for %s as the picture of a comment', async (_case, bytes, code) => {
    const form = { business_id, image_file: new File([bytes], 'a.png') };
    expect((await client.form('/business/comment/image/upload/', form, token)).code).toBe(code);
  });

  it('publishes: complete first, the post id later, on the profile that the Open API sees', async () => {
    await hook('VIDEO');
    const video = { video_url: 'https://example.com/v.mp4', post_info: { caption: 'from business' } };
    const { data } = await post('/business/video/publish/', video);
    expect(data['share_id']).toMatch(/^v_pub_url~v1\.\d{19}$/);
    const status = async () =>
      (await get('/business/publish/status/', { publish_id: data['share_id'] })).data;
    await eventually(async () => (await status())['status'] === 'PUBLISH_COMPLETE');
    expect((await status())['post_ids']).toEqual([]);
    await client.advance(60);
    expect((await status())['post_ids']).toEqual([(await videos()).videos[0]?.['item_id']]);
    await eventually(() => receiver.received.length === 2);
    expect(receiver.events()).toEqual(['post.publish.complete', 'post.publish.publicly_available']);
    expect(receiver.received[0]?.signature).toMatch(/^t=\d+,s=[0-9a-f]{64}$/);
    expect(receiver.received[0]?.headers).toMatchObject({
      'webhook-schema-version': '1.0',
      'x-tt-logid': expect.stringMatching(/^\d{14}[0-9A-F]{20}$/),
    });
  });

  it('refuses URLs that are not verified, and the sixteenth post of a day', async () => {
    expect((await publish('https://elsewhere.example.net/v.mp4')).code).toBe(40_001);
    expect((await publish('http://example.com/v.mp4')).code).toBe(40_002);
    const codes: number[] = [];
    for (let count = 0; count < 16; count += 1) {
      codes.push((await publish('https://example.com/v.mp4')).code);
      await client.advance(30);
    }
    expect(codes).toEqual([...Array.from({ length: 15 }, () => 0), 40_100]);
  });

  it('lists trending music with ranks as text, of which posts take the pieces', async () => {
    const trending = async (query: Row) =>
      (await get<{ list: Row[] }>('/discovery/cml/trending_list/', query)).data.list;
    const list = await trending({ date_range: '30DAY' });
    expect(list.map((track) => track['rank_position'])).toEqual(['1', '2', '3', '4', '5', '6']);
    const history = list.flatMap((track) => track['trending_history'] as Row[]);
    expect(history).toHaveLength(6 * 30);
    expect(new Set(history.map((day) => typeof day['rank_position_daily'] === 'string'))).toEqual(
      new Set([true, false]),
    );
    expect(history.find((day) => typeof day['rank_position_daily'] !== 'string')).toMatchObject({
      rank_position_daily: null,
    });
    expect(list.map((track) => track['full_duration_song_clip'] === null)).toContain(true);
    expect(await trending({ genre: 'POP' })).toHaveLength(2);
    expect((await play(list[0]?.['commercial_music_id'])).code).toBe(51_065);
    const piece = list[0]?.['full_duration_song_clip'] as Row;
    expect((await play(piece['song_clip_id'])).code).toBe(0);
  });

  it('loses the account when its owner removes the app', async () => {
    await hook('COMMENT');
    await client.control('/business/tokens/revoke', { account: 'demo', reason: 1 });
    expect((await get('/business/get/')).code).toBe(40_105);
    await eventually(() => receiver.events().includes('authorization.removed'));
  });
});
