import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ALL_ACCOUNT_SCOPES, APP, BusinessClient } from 'tiktok-sandbox/testing';
import { pngOf } from './png.js';
import { advertiserClient, path } from './sdk-caller.js';
import { servedPaths } from './served-paths.js';

type Row = Record<string, unknown>;

// The SDK has no operations for TikTok accounts, so its client calls the paths.
describe('every operation of TikTok accounts and webhooks, called through the official SDK’s client', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser: { advertiser_id: string };
  let account: { token: string; business: { business_id: string } };

  beforeAll(async () => {
    const started = await advertiserClient({ rateLimits: false });
    ({ client, token } = started);
    advertiser = { advertiser_id: started.id };
  });
  afterAll(() => client.close());

  it('authorizes a TikTok account', async () => {
    const app = { client_id: APP.app_id, client_secret: APP.secret };
    const tokens = await client.connectAccount(
      `${ALL_ACCOUNT_SCOPES},message.list.read,message.list.send,message.list.manage`,
    );
    const refreshed = await path('POST', '/tt_user/oauth2/refresh_token/', {
      body: { ...app, grant_type: 'refresh_token', refresh_token: tokens['refresh_token'] },
    });
    expect(refreshed).toMatchObject({ token_type: 'Bearer', expires_in: 86_400, open_id: tokens['open_id'] });
    account = {
      token: String(refreshed['access_token']),
      business: { business_id: String(refreshed['open_id']) },
    };
    const info = { app_id: APP.app_id, access_token: account.token };
    expect(await path('POST', '/tt_user/token_info/get/', { body: info })).toMatchObject({
      creator_id: refreshed['open_id'],
    });
    const code = (await client.accountConsent('user.info.basic')).get('code');
    const exchange = { ...app, grant_type: 'authorization_code', auth_code: code };
    const redirect_uri = 'http://localhost:3000/connect/oauth/tiktok/callback';
    await path('POST', '/tt_user/oauth2/token/', { body: { ...exchange, redirect_uri } });
  });

  it('subscribes to both families of webhooks', async () => {
    const url = { callback_url: 'https://hooks.example.com/' };
    const subscription_detail = { access_token: token, ...advertiser };
    const subscribe = { ...APP, ...url, subscribe_entity: 'AD', subscription_detail };
    const { subscription_id } = await path('POST', '/subscription/subscribe/', { body: subscribe });
    const query = { ...APP, subscribe_entity: 'AD' };
    expect((await path('GET', '/subscription/get/', { query }))['subscriptions']).toHaveLength(1);
    await path('POST', '/subscription/unsubscribe/', { body: { ...APP, subscription_id } });
    const hook = { ...APP, event_type: 'COMMENT' };
    await path('POST', '/business/webhook/update/', { body: { ...hook, ...url } });
    expect(await path('GET', '/business/webhook/list/', { query: hook })).toMatchObject(url);
    await path('POST', '/business/webhook/delete/', { body: hook });
  });

  it('reads and writes as a TikTok account', async () => {
    const as = (more: Row) => ({ token: account.token, query: { ...account.business, ...more } });
    const post = (more: Row) => ({ token: account.token, body: { ...account.business, ...more } });
    const profile = await path('GET', '/business/get/', as({ fields: ['username', 'video_views'] }));
    expect(profile).toMatchObject({ username: 'demo', metrics: expect.any(Array) });
    const { videos } = await path<{ videos: Row[] }>(
      'GET',
      '/business/video/list/',
      as({ fields: ['item_id', 'likes'] }),
    );
    expect((await path('GET', '/business/videos/list/', as({})))['videos']).toHaveLength(10);
    expect(await path('GET', '/business/video/settings/', as({}))).toHaveProperty(
      'max_video_post_duration_sec',
    );
    const cml = await path('GET', '/discovery/cml/trending_list/', as({}));
    expect(cml['list']).not.toHaveLength(0);
    const video_id = videos[0]?.['item_id'];
    const comments = await path<{ comments: Row[] }>('GET', '/business/comment/list/', as({ video_id }));
    const comment_id = comments.comments[0]?.['comment_id'];
    const png = pngOf(100, 100);
    const form = { ...account.business, image_file: png };
    const image = await path('POST', '/business/comment/image/upload/', { token: account.token, form });
    expect(image).toMatchObject({ width: 100, height: 100 });
    const own = await path('POST', '/business/comment/create/', post({ video_id, text: 'hello' }));
    await path('POST', '/business/comment/reply/create/', post({ video_id, comment_id, text: 'thanks' }));
    const replies = await path('GET', '/business/comment/reply/list/', as({ video_id, comment_id }));
    expect(replies['comments']).toEqual([
      expect.objectContaining({ text: 'thanks', parent_comment_id: comment_id }),
    ]);
    await path('POST', '/business/comment/hide/', post({ video_id, comment_id, action: 'HIDE' }));
    await path('POST', '/business/comment/like/', post({ comment_id, action: 'LIKE' }));
    await path('POST', '/business/comment/delete/', post({ comment_id: own['comment_id'] }));
  });

  it('reads and writes messages', async () => {
    const as = (more: Row) => ({ token: account.token, query: { ...account.business, ...more } });
    const post = (more: Row) => ({ token: account.token, body: { ...account.business, ...more } });
    const heard = await client.control<{ conversationId: string }>('/business/messages', { text: 'Hello?' });
    const conversation_id = heard.json.conversationId;
    const list = await path(
      'GET',
      '/business/message/conversation/list/',
      as({ conversation_type: 'STRANGER' }),
    );
    expect(list['conversations']).toEqual([expect.objectContaining({ conversation_id })]);
    const capability_types = ['IMAGE_SEND'];
    const capabilities = { conversation_id, conversation_type: 'STRANGER', capability_types };
    await path('GET', '/business/message/capabilities/get/', as(capabilities));
    const form = { ...account.business, media_type: 'IMAGE', file: pngOf(100, 100) };
    const { media_id } = await path('POST', '/business/message/media/upload/', {
      token: account.token,
      form,
    });
    const to = { recipient_type: 'CONVERSATION', recipient: conversation_id };
    const image = post({ ...to, message_type: 'IMAGE', image: { media_id } });
    const { message } = await path<{ message: Row }>('POST', '/business/message/send/', image);
    const { message_id } = message;
    const { messages } = await path<{ messages: Row[] }>(
      'GET',
      '/business/message/content/list/',
      as({ conversation_id }),
    );
    expect(messages[0]).toMatchObject({ message_id, message_type: 'IMAGE', image: { media_id } });
    const media = post({ conversation_id, message_id, media_id, media_type: 'IMAGE' });
    expect(await path('POST', '/business/message/media/download/', media)).toHaveProperty('download_url');
    const direct_reply_type = 'COMMENT_TO_MESSAGE';
    const enable = post({ direct_reply_type, operation_status: 'ENABLE' });
    await path('POST', '/business/message/direct_reply/update/', enable);
    const setting = await path('GET', '/business/message/direct_reply/get/', as({ direct_reply_type }));
    expect(setting).toMatchObject({ direct_reply_type, operation_status: 'ENABLE' });
    const places = await path('GET', '/business/publish/location/', as({ search_query: 'Cali' }));
    expect(places['locations']).toEqual([expect.objectContaining({ location_name: 'California' })]);
  });

  it('publishes from verified properties', async () => {
    const meta = { ...APP, url_property_meta: { property_type: 1, url: 'media.example.org' } };
    await path('POST', '/business/property/add/', { body: meta });
    await path('POST', '/business/property/verify/', { body: meta });
    expect(
      (await path('GET', '/business/property/list/', { query: APP }))['url_property_info_list'],
    ).toHaveLength(1);
    const { token: access, business } = account;
    const video = { ...business, video_url: 'https://media.example.org/v.mp4', post_info: { caption: 'c' } };
    const { share_id } = await path('POST', '/business/video/publish/', { token: access, body: video });
    const photo_images = ['https://media.example.org/a.jpg'];
    const photo = { ...business, photo_images, post_info: { privacy_level: 'PUBLIC_TO_EVERYONE' } };
    await path('POST', '/business/photo/publish/', { token: access, body: photo });
    await client.advance(60);
    const query = { ...business, publish_id: share_id };
    expect(await path('GET', '/business/publish/status/', { token: access, query })).toMatchObject({
      status: 'PUBLISH_COMPLETE',
      post_ids: [expect.stringMatching(/^\d{19}$/)],
    });
    await path('POST', '/business/property/delete/', { body: meta });
  });

  it('revokes both kinds of token', async () => {
    await path('POST', '/oauth2/revoke_token/', { body: { ...APP, access_token: token } });
    const app = { client_id: APP.app_id, client_secret: APP.secret };
    await path('POST', '/tt_user/oauth2/revoke/', { body: { ...app, access_token: account.token } });
    await expect(path('GET', '/user/info/', { token })).rejects.toThrow('code: 40105');
  });

  it('has called every operation', async () => {
    const { json } = await client.control<{ calls: Record<string, number> }>('/counters', {}, 'GET');
    expect(servedPaths('accounts').filter((name) => !(name in json.calls))).toEqual([]);
  });
});
