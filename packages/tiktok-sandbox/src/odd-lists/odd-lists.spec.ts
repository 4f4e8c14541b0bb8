import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../business/testing/business-client.js';

type Row = Record<string, unknown>;
interface Page {
  videos: Row[];
  cursor?: number | string;
  has_more?: boolean;
}

const FIELDS = 'id,create_time,title,like_count,comment_count,share_count,view_count';
const COUNTERS = ['like_count', 'comment_count', 'share_count', 'view_count'];

/** Without the values of counters, which grow while the test runs. */
const shapes = (readings: readonly (readonly Page[])[]): unknown =>
  JSON.parse(
    JSON.stringify(readings, (name: string, value: unknown) =>
      COUNTERS.includes(name) && value !== undefined ? typeof value : value,
    ),
  );

const ids = (pages: readonly Page[]) => pages.flatMap(({ videos }) => videos.map((video) => video['id']));

describe('odd lists', () => {
  let client: BusinessClient;
  let token: string;
  beforeEach(async () => {
    client = await BusinessClient.start({ rateLimits: false });
    token = await client.sandbox.accessToken();
  });
  afterEach(() => client.close());

  const choose = (on: unknown) => client.control<{ on: string[]; oddities: Row[] }>('/odd-lists', { on });
  const page = async (body: object = {}, bearer = token, from = client): Promise<Page> => {
    const path = `/v2/video/list/?fields=${FIELDS}`;
    const answer = await from.sandbox.api(path, bearer, { max_count: 20, ...body });
    return answer.json['data'] as unknown as Page;
  };
  /** Every video, for a caller that accepts any page. */
  const all = async (bearer = token, from = client): Promise<Page[]> => {
    const pages: Page[] = [];
    let cursor: number | string | undefined;
    do {
      const next = await page(cursor === undefined ? {} : { cursor: Number(cursor) }, bearer, from);
      pages.push(next);
      cursor = next.has_more === true ? next.cursor : undefined;
    } while (cursor !== undefined && Number(cursor) > 0 && pages.length < 200);
    return pages;
  };
  const readings = async (oddity: string) => {
    await client.control('/reset');
    token = await client.sandbox.accessToken();
    await choose([oddity]);
    return [ids(await all()), ids(await all()), ids(await all())] as const;
  };
  const found = async (id: unknown) => {
    const body = { filters: { video_ids: [id] } };
    return (await client.sandbox.api('/v2/video/query/?fields=id', token, body)).text.includes(String(id));
  };
  const views = async () =>
    (await all())
      .flatMap(({ videos }) => videos)
      .reduce((sum, video) => sum + Number(video['view_count']), 0);
  const plainIds = async () => {
    await choose('none');
    return ids(await all());
  };

  it('are regular until an oddity is chosen, and again afterwards', async () => {
    expect((await choose('all')).json.oddities.every(({ on }) => on === true)).toBe(true);
    expect((await choose([])).json.on).toEqual([]);
    const pages = await all();
    expect(pages.map(({ videos }) => videos.length)).toEqual([20, 20]);
    for (const video of pages.flatMap(({ videos }) => videos))
      for (const counter of COUNTERS) expect(typeof video[counter]).toBe('number');
    expect((await choose(['luck'])).status).toBe(400);
    expect((await client.control('/settings', { oddLists: ['luck'] })).status).toBe(400);
    expect((await client.control('/settings', { oddLists: ['cursor_text'] })).status).toBe(200);
  });

  it.each([
    ['counters_missing', undefined],
    ['counters_null', 'object'],
    ['counters_text', 'string'],
  ])('%s: about half of the counters', async (oddity, type) => {
    await choose([oddity]);
    const videos = (await all()).flatMap((one) => one.videos);
    const kinds = videos.flatMap((video) => COUNTERS.map((counter) => typeof video[counter]));
    expect(new Set(kinds)).toEqual(new Set(['number', type ?? 'undefined']));
    expect(videos.some((video) => COUNTERS.some((counter) => !(counter in video)))).toBe(type === undefined);
  });

  it.each([
    ['cursor_text', (first: Page) => expect(first.cursor).toMatch(/^\d{13}$/)],
    ['cursor_absent', (first: Page) => expect(first).toEqual({ videos: first.videos, has_more: true })],
    ['cursor_minus_one', (first: Page) => expect(first).toMatchObject({ cursor: -1, has_more: true })],
    ['has_more_missing', (first: Page) => expect(first).not.toHaveProperty('has_more')],
  ])('%s', async (oddity, isOdd) => {
    await choose([oddity]);
    const first = await page();
    expect(first.videos).toHaveLength(20);
    isOdd(first);
  });

  it('short_pages and empty_pages: lose nothing', async () => {
    const every = await plainIds();
    await choose(['short_pages']);
    const short = await all();
    expect(short.slice(0, -1).every(({ videos }) => videos.length > 0 && videos.length < 20)).toBe(true);
    expect(ids(short)).toEqual(every);
    await choose(['empty_pages', 'short_pages']);
    const empty = await all();
    const sizes = empty.map(({ videos }) => videos.length);
    expect(sizes[0]).toBeGreaterThan(0);
    expect(sizes).toContain(0);
    expect(empty[sizes.indexOf(0)]?.has_more).toBe(true);
    expect(ids(empty)).toEqual(every);
  });

  it('duplicate_videos: the last one of a page is the first one of the next', async () => {
    const every = await plainIds();
    await choose(['duplicate_videos']);
    const pages = await all();
    expect(pages[1]?.videos[0]?.['id']).toBe(pages[0]?.videos.at(-1)?.['id']);
    expect([...new Set(ids(pages))]).toEqual(every);
    for (const { videos } of pages) expect(videos.length).toBeLessThanOrEqual(20);
  });

  it('video_without_id and video_without_time: some', async () => {
    await choose(['video_without_id', 'video_without_time']);
    const videos = (await all()).flatMap((one) => one.videos);
    for (const field of ['id', 'create_time']) {
      const lacking = videos.filter((video) => !(field in video)).length;
      expect(lacking).toBeGreaterThan(0);
      expect(lacking).toBeLessThan(20);
    }
  });

  it('falling_counts: lower with every reading', async () => {
    await choose(['falling_counts']);
    const [first, second, third] = [await views(), await views(), await views()];
    expect(second).toBeLessThan(first);
    expect(third).toBeLessThan(second);
  });

  it('videos that are deleted, hidden, or come back', async () => {
    const every = await plainIds();
    const gone = (left: readonly unknown[]) => every.find((id) => !left.includes(id));
    const deleted = await readings('videos_deleted');
    expect([deleted[0], deleted[2]]).toEqual([every, deleted[1]]);
    expect(await found(gone(deleted[1]))).toBe(false);
    const hidden = await readings('videos_hidden');
    expect([hidden[0], hidden[2]]).toEqual([every, hidden[1]]);
    expect(await found(gone(hidden[1]))).toBe(true);
    const back = await readings('videos_reappear');
    expect([back[0], back[2]]).toEqual([every, every]);
    expect(back[1].length).toBeLessThan(every.length);
  });

  it('profile_fields_missing: of both APIs, though never the id', async () => {
    await choose(['profile_fields_missing']);
    const asked = ['open_id', 'display_name', 'follower_count', 'likes_count', 'video_count', 'is_verified'];
    const answer = await client.sandbox.api(`/v2/user/info/?fields=${asked.join(',')}`, token, '', 'GET');
    const user = answer.json['data']?.['user'] as Row;
    expect(Object.keys(user).length).toBeLessThan(asked.length);
    expect(user).toHaveProperty('open_id');
    const account = await client.accountToken();
    const fields = ['display_name', 'followers_count', 'total_likes', 'videos_count', 'username'];
    const query = { business_id: account.businessId, fields };
    const { data } = await client.get<Row>('/business/get/', query, account.token);
    expect(Object.keys(data).length).toBeLessThan(fields.length);
  });

  it('lists of the Business API: comments without fields, a cursor as text, another total', async () => {
    await choose(['comments_without_fields', 'cursor_text', 'page_total_wrong', 'video_without_time']);
    const account = await client.accountToken();
    const business_id = account.businessId;
    const read = <Data>(path: string, query: Row) =>
      client.get<Data>(path, { business_id, ...query }, account.token);
    const list = await read<Page>('/business/video/list/', {
      fields: ['item_id', 'create_time'],
      max_count: 20,
    });
    expect(list.data.videos.every((video) => 'create_time' in video)).toBe(false);
    const video_id = list.data.videos[0]?.['item_id'];
    const comments = await read<{ comments: Row[] }>('/business/comment/list/', { video_id });
    expect(comments.data.comments.every((comment) => 'comment_id' in comment)).toBe(true);
    expect(
      new Set(comments.data.comments.map((comment) => Object.keys(comment).length)).size,
    ).toBeGreaterThan(1);
    const { token: ads, ids: advertisers } = await client.advertiserToken();
    const campaigns = await client.get<{ page_info: Row }>(
      '/campaign/get/',
      { advertiser_id: advertisers[0] },
      ads,
    );
    expect(campaigns.data.page_info['total_number']).not.toBe(2);
  });

  it('all together: the same for the same seed and calls, and every page is valid', async () => {
    const twin = await BusinessClient.start({ rateLimits: false, oddLists: ['all'] });
    await choose('all');
    const bearer = await twin.sandbox.accessToken();
    const mine = [await all(), await all()];
    const other = [await all(bearer, twin), await all(bearer, twin)];
    await twin.close();
    expect(shapes(other)).toEqual(shapes(mine));
    for (const one of mine.flat()) expect(Array.isArray(one.videos)).toBe(true);
  });
});
