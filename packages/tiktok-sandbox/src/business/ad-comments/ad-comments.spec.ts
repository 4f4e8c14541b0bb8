import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../testing/business-client.js';

type Row = Record<string, unknown>;

describe('comments on ads', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser_id: string;
  let ad: Row;
  let today: string;
  beforeEach(async () => {
    ({ client, token, advertiser_id } = await BusinessClient.startAsAdvertiser());
    const { data } = await client.get<{ list: Row[] }>('/ad/get/', { advertiser_id }, token);
    ad = data.list[0] ?? {};
    today = (await client.control<{ now: string }>('/state', {}, 'GET')).json.now.slice(0, 10);
  });
  afterEach(() => client.close());

  const say = async (text: string, more: Row = {}) =>
    (
      await client.control<Record<string, string>>('/business/ad-comments', {
        adId: ad['ad_id'],
        text,
        ...more,
      })
    ).json;
  const list = async (more: Row = {}) => {
    const range = { start_time: today, end_time: today };
    const search = { search_field: 'ADGROUP_ID', search_value: ad['adgroup_id'] };
    const query = { advertiser_id, ...range, ...search, ...more };
    return client.get<{ comments: Row[]; page_info: Row }>('/comment/list/', query, token);
  };
  const time = async () => (await list()).data.comments[0]?.['create_time'];
  const post = (path: string, body: Row) =>
    client.post<Record<string, string>>(path, { advertiser_id, ...body }, token);
  const target = (itemId: string | undefined, comment_id: string | undefined) => ({
    ad_id: ad['ad_id'],
    tiktok_item_id: itemId,
    comment_id,
    identity_type: ad['identity_type'],
    identity_id: ad['identity_id'],
  });

  it('are listed by ad group, day, kind and status', async () => {
    const first = await say('Price?', { likes: 3 });
    await say('Ask in the shop', { parentCommentId: first['commentId'], username: 'lena.k' });
    const { data } = await list({ sort_type: 'ASC' });
    expect(data.comments).toEqual([
      expect.objectContaining({
        comment_id: first['commentId'],
        comment_type: 'COMMENT',
        likes: 3,
        replies: 1,
        original_comment_id: null,
        ad_id: ad['ad_id'],
        create_time: expect.stringMatching(/^[\d-]{10} [\d:]{8} \+0000 UTC$/),
        user_id: expect.stringMatching(/^6\d{18}$/),
      }),
      expect.objectContaining({
        comment_type: 'REPLY',
        original_comment_id: first['commentId'],
        reply_to_comment_id: first['commentId'],
      }),
    ]);
    expect((await list({ comment_type: ['REPLY'] })).data.comments).toHaveLength(1);
    expect((await list({ comment_status: ['HIDDEN'] })).data.comments).toEqual([]);
    expect((await list({ start_time: '2026-09-01', end_time: '2026-09-02' })).data.comments).toEqual([]);
    expect((await list({ search_value: '1' })).code).toBe(40_007);
    expect((await list({ end_time: 'tomorrow' })).code).toBe(40_002);
  });

  it('are answered by the identity of the ad, and only by replies', async () => {
    const { commentId, itemId } = await say('Price?');
    const reply = { ...target(itemId, commentId), comment_type: 'REPLY', text: '20 dollars' };
    expect((await post('/comment/post/', { ...reply, comment_type: 'POST' })).code).toBe(40_002);
    expect((await post('/comment/post/', { ...reply, identity_id: '1' })).code).toBe(40_001);
    expect((await post('/comment/post/', { ...reply, tiktok_item_id: '1' })).code).toBe(40_002);
    const { data } = await post('/comment/post/', reply);
    expect(data).toMatchObject({ tiktok_item_id: itemId, reply_to_comment_id: commentId });
    const toReply = { ...reply, comment_id: data['comment_id'] };
    expect((await post('/comment/post/', toReply)).code).toBe(40_002);
    const query = { comment_id: data['comment_id'], comment_type: 'REPLY', original_comment_id: commentId };
    const related = await client.get<{ comments: Row[] }>(
      '/comment/reference/',
      { advertiser_id, ...query },
      token,
    );
    expect(related.data.comments.map((one) => one['comment_id'])).toEqual([data['comment_id'], commentId]);
    expect((await post('/comment/delete/', target(itemId, commentId))).code).toBe(40_001);
    expect((await post('/comment/delete/', target(itemId, data['comment_id']))).code).toBe(0);
    expect((await list()).data.comments).toHaveLength(1);
  });

  it('are hidden by hand, and by blocked words', async () => {
    await post('/blockedword/create/', { blocked_words: ['scam'] });
    const { commentId } = await say('Nice');
    await say('Such a SCAM');
    await post('/comment/status/update/', { comment_ids: [commentId], operation: 'HIDDEN' });
    const hidden = (await list({ comment_status: ['HIDDEN'] })).data.comments;
    expect(hidden.map((one) => one['hit_blockedword']).toSorted()).toEqual([false, true]);
    const none = { comment_ids: [commentId, '1'], operation: 'PUBLIC' };
    expect((await post('/comment/status/update/', none)).code).toBe(40_007);
  });

  it('are those of the post, for a Spark Ad', async () => {
    const identities = { advertiser_id, identity_type: 'TT_USER' };
    const { data } = await client.get<{ identity_list: Row[] }>('/identity/get/', identities, token);
    const { videos } = (await client.control<{ videos: Row[] }>('/videos', {}, 'GET')).json;
    const creative = {
      ad_name: 'spark',
      ad_format: 'SINGLE_VIDEO',
      identity_type: 'TT_USER',
      identity_id: data.identity_list[0]?.['identity_id'],
      tiktok_item_id: videos[0]?.['id'],
    };
    const made = await client.post<{ creatives: Row[] }>(
      '/ad/create/',
      { advertiser_id, adgroup_id: ad['adgroup_id'], creatives: [creative] },
      token,
    );
    ad = made.data.creatives[0] ?? {};
    const { commentId, itemId } = await say('Under the post');
    expect(itemId).toBe(videos[0]?.['id']);
    const reply = { ...target(itemId, commentId), comment_type: 'REPLY', text: 'Thanks' };
    await post('/comment/post/', reply);
    const organic = await client.control<{ comments: Row[] }>(`/comments?videoId=${itemId}`, {}, 'GET');
    expect(organic.json.comments.slice(-2)).toEqual([
      expect.objectContaining({ text: 'Under the post' }),
      expect.objectContaining({ text: 'Thanks', parentId: commentId, byOwner: true }),
    ]);
    await post('/comment/status/update/', { comment_ids: [commentId], operation: 'HIDDEN' });
    expect((await list({ comment_status: ['HIDDEN'] })).data.comments).toHaveLength(1);
  });

  it('are answered only where the identity allows it', async () => {
    await client.control('/settings', { business: { adCommentManageScope: false } });
    const { commentId, itemId } = await say('Price?');
    expect((await list()).data.comments).toMatchObject([{ is_auth_comment_manage_scope: false }]);
    const reply = { ...target(itemId, commentId), comment_type: 'REPLY', text: '20 dollars' };
    expect((await post('/comment/post/', reply)).code).toBe(40_001);
    await post('/comment/status/update/', { comment_ids: [commentId], operation: 'HIDDEN' });
    expect((await list({ comment_status: ['HIDDEN'] })).data.comments).toHaveLength(1);
  });

  it('write their time as the setting says', async () => {
    await say('When?');
    await client.control('/settings', { business: { adCommentTimes: 'epoch' } });
    expect(await time()).toMatch(/^\d{10}$/);
    await client.control('/settings', { business: { adCommentTimes: 'text' } });
    expect(await time()).toMatch(/^[\d-]{10} [\d:]{8}$/);
  });
});
