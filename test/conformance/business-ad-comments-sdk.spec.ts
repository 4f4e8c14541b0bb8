import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as sdk from 'tiktok-business-api-sdk-official';
import type { BusinessClient } from 'tiktok-sandbox/testing';
import { advertiserClient, operation } from './sdk-caller.js';
import { servedPaths } from './served-paths.js';

type Row = Record<string, unknown>;

interface Page {
  comments: Row[];
  page_info: Row;
}

/** Fields and their types that TikTok's page 1738086301876225 documents for both calls that read comments. */
const FIELDS: Row = {
  comment_id: 'string',
  content: 'string',
  comment_type: 'string',
  comment_status: 'string',
  hit_blockedword: 'boolean',
  create_time: 'string',
  tiktok_item_id: 'string',
  identity_id: 'string',
  identity_type: 'string',
  is_pinned: 'boolean',
  can_delete: 'boolean',
  is_auth_ttba: 'boolean',
  is_auth_comment_manage_scope: 'boolean',
  user_avatar_url: 'string',
  user_name: 'string',
  user_id: 'string',
};
/** Those of the list, for a comment under an ad that is not of Upgraded Smart+. */
const LISTED: Row = {
  ...FIELDS,
  app: 'string',
  likes: 'number',
  replies: 'number',
  ad_text: 'string',
  campaign_id: 'string',
  campaign_name: 'string',
  adgroup_id: 'string',
  adgroup_name: 'string',
  ad_id: 'string',
  ad_name: 'string',
  video_play_url: 'string',
  video_cover_url: 'string',
};
/** With a value only for a reply. */
const OF_REPLIES = ['original_comment_id', 'reply_to_comment_id'];
/** Page 1738086824859650: null at the top level. */
const RELATED = ['reply_user_info'];
const PAGE_INFO = { page: 'number', page_size: 'number', total_number: 'number', total_page: 'number' };

const typesOf = (row: Row | undefined): Row =>
  Object.fromEntries(Object.entries(row ?? {}).map(([key, value]) => [key, typeof value]));

/** The fields of a row without those of replies. */
function fieldsOf(row: Row | undefined, without: readonly string[]): Row {
  return typesOf(Object.fromEntries(Object.entries(row ?? {}).filter(([key]) => !without.includes(key))));
}

describe('comments on ads, called through the official SDK', () => {
  const api = new sdk.CommentsApi();
  let client: BusinessClient;
  let token: string;
  let id: string;
  let ad: Row;
  let today: string;
  let first: string;
  let reply: Row;

  beforeAll(async () => {
    ({ client, token, id } = await advertiserClient({ rateLimits: false }));
    const ads = await operation<{ list: Row[] }>(new sdk.AdApi(), 'adGet', id, token, {});
    ad = ads.list[0] ?? {};
    const { now } = (await client.control<{ now: string }>('/state', {}, 'GET')).json;
    today = now.slice(0, 10);
    first = await say('Price?');
    await say('And the size?');
  });
  afterAll(() => client.close());

  async function say(text: string): Promise<string> {
    const said = await client.control<{ commentId: string }>('/business/ad-comments', {
      adId: ad['ad_id'],
      text,
    });
    return said.json.commentId;
  }
  const list = (options: Row = {}) =>
    operation<Page>(api, 'commentList', id, today, today, 'ADGROUP_ID', ad['adgroup_id'], token, options);
  const related = (commentId: unknown, type: string, options: Row = {}) =>
    operation<Page>(api, 'commentReference', id, commentId, type, token, options);
  const target = (commentId: unknown): Row => ({
    advertiser_id: id,
    ad_id: ad['ad_id'],
    tiktok_item_id: reply['tiktok_item_id'],
    comment_id: commentId,
    identity_id: ad['identity_id'],
    identity_type: ad['identity_type'],
  });
  const setStatus = (status: string) => {
    const hide = { advertiser_id: id, comment_ids: [first], operation: status };
    return operation(api, 'commentStatusUpdate', token, {
      body: sdk.StatusUpdateBody.constructFromObject(hide),
    });
  };

  const remove = (commentId: unknown) =>
    operation(api, 'commentDelete', token, {
      body: sdk.CommentDeleteBody.constructFromObject(target(commentId)),
    });

  it('posts a reply', async () => {
    const { comments } = await list();
    const listed = comments.find(({ comment_id }) => comment_id === first);
    reply = { tiktok_item_id: listed?.['tiktok_item_id'] };
    const body = { ...target(first), comment_type: 'REPLY', text: '20 dollars' };
    reply = await operation(api, 'commentPost', token, {
      body: sdk.CommentPostBody.constructFromObject(body),
    });
    expect(reply).toEqual({
      comment_id: expect.stringMatching(/^\d{19}$/),
      tiktok_item_id: listed?.['tiktok_item_id'],
      text: '20 dollars',
      create_time: expect.stringMatching(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/),
      reply_to_comment_id: first,
    });
  });

  it('lists comments and replies with every documented field, and no others', async () => {
    const { comments, page_info } = await list({ sort_field: 'REPLIES', sort_type: 'DESC' });
    expect(typesOf(page_info)).toEqual(PAGE_INFO);
    const [comment] = comments;
    expect(fieldsOf(comment, OF_REPLIES)).toEqual(LISTED);
    expect(comment).toMatchObject({ comment_id: first, comment_type: 'COMMENT', replies: 1 });
    for (const field of OF_REPLIES) expect(comment?.[field] ?? null).toBeNull();

    const [own] = (await list({ comment_type: ['REPLY'] })).comments;
    expect(fieldsOf(own, OF_REPLIES)).toEqual(LISTED);
    expect(own).toMatchObject({
      comment_id: reply['comment_id'],
      original_comment_id: first,
      reply_to_comment_id: first,
      can_delete: true,
    });
  });

  it('filters, sorts and pages', async () => {
    const oldest = { sort_field: 'CREATE_TIME', sort_type: 'ASC', page_size: 1 };
    const pages = [await list({ ...oldest, page: 1 }), await list({ ...oldest, page: 3 })];
    expect(pages.map(({ comments }) => comments.length)).toEqual([1, 1]);
    expect(pages[0]?.comments[0]).toMatchObject({ comment_id: first });
    expect(pages[1]?.page_info).toMatchObject({ page: 3, page_size: 1, total_number: 3, total_page: 3 });
    expect((await list({ comment_status: ['HIDDEN'] })).comments).toEqual([]);
    expect((await list({ comment_type: ['COMMENT'], comment_status: ['PUBLIC'] })).comments).toHaveLength(2);
    await expect(list({ page_size: 101 })).rejects.toThrow();
  });

  it('reads what belongs to a comment and to a reply', async () => {
    const all = await related(first, 'COMMENT', { page_size: 1000 });
    expect(typesOf(all.page_info)).toEqual(PAGE_INFO);
    expect(all.comments.map(({ comment_id }) => comment_id)).toEqual([first, reply['comment_id']]);
    for (const comment of all.comments) expect(fieldsOf(comment, RELATED)).toEqual(FIELDS);
    expect(all.comments.map(({ reply_user_info: user }) => user)).toEqual([
      null,
      expect.objectContaining({ user_name: all.comments[0]?.['user_name'] }),
    ]);
    const both = await related(reply['comment_id'], 'REPLY', { original_comment_id: first });
    expect(both.comments.map(({ comment_id }) => comment_id)).toEqual([reply['comment_id'], first]);
  });

  it('hides a comment and shows it again', async () => {
    expect(await setStatus('HIDDEN')).toEqual({});
    expect((await list({ comment_status: ['HIDDEN'] })).comments).toMatchObject([{ comment_id: first }]);
    expect(await setStatus('PUBLIC')).toEqual({});
    expect((await list({ comment_status: ['HIDDEN'] })).comments).toEqual([]);
  });

  it('hides what contains a blocked word', async () => {
    const words = { advertiser_id: id, blocked_words: ['nonsense'] };
    await client.post('/blockedword/create/', words, token);
    const blocked = await say('What nonsense');
    expect((await list({ comment_status: ['HIDDEN'] })).comments).toMatchObject([
      { comment_id: blocked, hit_blockedword: true },
    ]);
  });

  it('deletes what the identity of the ad wrote, and nothing else', async () => {
    await expect(remove(first)).rejects.toThrow();
    expect(await remove(reply['comment_id'])).toEqual({});
    expect((await list({ comment_type: ['REPLY'] })).comments).toEqual([]);
    await expect(related(reply['comment_id'], 'REPLY', { original_comment_id: first })).rejects.toThrow();
  });

  it('has called every operation', async () => {
    const { json } = await client.control<{ calls: Record<string, number> }>('/counters', {}, 'GET');
    expect(servedPaths('ad comments').filter((name) => !(name in json.calls))).toEqual([]);
  });
});
