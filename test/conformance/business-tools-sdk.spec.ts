import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as sdk from 'tiktok-business-api-sdk-official';
import type { BusinessClient } from 'tiktok-sandbox/testing';
import { advertiserClient, operation, path } from './sdk-caller.js';
import { servedPaths } from './served-paths.js';

type Row = Record<string, unknown>;

const BUSINESS_CENTER = '7100000000000000001';

/** Addresses of media without their signatures, which are of the moment. */
const unsigned = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer).replaceAll(/\?x-expires=[^"]*/g, ''));

describe('tools of ad forms, called through the official SDK', () => {
  let client: BusinessClient;
  let token: string;
  let id: string;
  let made: Row = {};

  beforeAll(async () => {
    ({ client, token, id } = await advertiserClient({ rateLimits: false }));
  });
  afterAll(() => client.close());

  it('reads balances', async () => {
    const filtering = sdk.FilteringAdvertiserBalanceGet.constructFromObject({ keyword: id });
    const balance = await operation<{ advertiser_account_list: Row[] }>(
      new sdk.BCApi(),
      'advertiserBalanceGet',
      BUSINESS_CENTER,
      token,
      { filtering, page: 1, page_size: 1 },
    );
    expect(balance.advertiser_account_list).toEqual([
      expect.objectContaining({ advertiser_id: id, account_balance: 100_000 }),
    ]);
  });

  it('reads regions', async () => {
    const tools = new sdk.ToolApi();
    const regions = await operation<{ region_info: Row[] }>(
      tools,
      'toolRegion',
      id,
      ['PLACEMENT_TIKTOK'],
      'TRAFFIC',
      token,
      {},
    );
    expect(regions.region_info[0]).toMatchObject({ location_id: '6252001', name: 'United States' });
  });

  it('reads what targeting offers', async () => {
    const tools = new sdk.ToolApi();
    const rows = async (name: string, ...more: unknown[]) =>
      Object.values(await operation<Record<string, Row[]>>(tools, name, id, ...more))[0] ?? [];
    expect((await rows('toolLanguage', token))[0]).toEqual({ code: 'ar', name: 'Arabic' });
    const query = { version: 2, special_industries: ['HOUSING'] };
    expect((await rows('toolInterestCategory', token, query))[0]).toMatchObject({ level: 1 });
    expect(await rows('toolActionCategory', token, {})).not.toHaveLength(0);
    expect((await rows('toolOsVersion', 'ANDROID', token))[0]).toMatchObject({ os_type: 'ANDROID' });
    expect(await rows('toolDeviceModel', token)).not.toHaveLength(0);
    const [keyword] = await rows('toolInterestKeywordRecommend', 'coffee', token, { limit: 1 });
    expect(keyword).toMatchObject({ keyword: 'Coffee Beans' });
    const keyword_query = [{ keyword_id: keyword?.['keyword_id'], language: 'en' }];
    expect(await rows('toolInterestKeywordGet', token, { keyword_query })).toEqual([keyword]);
  });

  it('reads apps, pages and calls to action, and previews an ad', async () => {
    const api = new sdk.APPManagementApi();
    const { apps } = await operation<{ apps: Row[] }>(api, 'appList', id, token, {});
    expect(await operation(api, 'appInfo', id, apps[0]?.['app_id'], token)).toEqual(apps[0]);
    const advertiser = { advertiser_id: id };
    expect(await path('GET', '/page/get/', { token, query: advertiser })).toHaveProperty('list');
    const query = { ...advertiser, asset_type: 'CTA_NORMAL', content_type: 'LANDING_PAGE' };
    const actions = await path('GET', '/creative/cta/recommend/', { token, query });
    expect(actions).toHaveProperty('recommend_assets');
    const ads = await operation<{ list: Row[] }>(new sdk.AdApi(), 'adGet', id, token, {});
    const body = { ...advertiser, preview_type: 'AD', ad_id: ads.list[0]?.['ad_id'] };
    expect(await path('POST', '/creative/ads_preview/create/', { token, body })).toHaveProperty('iframe');
  });

  it('authorizes posts of creators', async () => {
    const { json } = await client.control<Record<string, string>>('/business/post-codes', {});
    const auth_code = json['authCode'];
    const advertiser = { advertiser_id: id };
    await path('POST', '/tt_video/authorize/', { token, body: { ...advertiser, auth_code } });
    const info = await path<{ user_info: Row; item_info: Row }>('GET', '/tt_video/info/', {
      token,
      query: { ...advertiser, auth_code },
    });
    const item_id = info.item_info['item_id'];
    expect(await path('GET', '/tt_video/list/', { token, query: advertiser })).toMatchObject({
      list: [info],
    });
    const { identity_id, identity_type } = info.user_info;
    const identity = { ...advertiser, identity_id, identity_type };
    const posts = await path<{ video_list: Row[] }>('GET', '/identity/video/get/', {
      token,
      query: identity,
    });
    expect(posts.video_list).toHaveLength(1);
    const api = new sdk.IdentityApi();
    const detail = await operation(
      api,
      'identityVideoInfo',
      token,
      id,
      identity_type,
      identity_id,
      item_id,
      {},
    );
    expect(unsigned(detail)).toEqual(unsigned({ video_detail: posts.video_list[0] }));
    await path('POST', '/tt_video/unbind/', { token, body: { ...advertiser, item_id } });
  });

  it('creates a Spark Ad in one step', async () => {
    const advertiser = { advertiser_id: id };
    const api = new sdk.IdentityApi();
    const query = { identity_type: 'TT_USER' };
    const { identity_list } = await operation<{ identity_list: Row[] }>(api, 'identityGet', id, token, query);
    const { identity_id, identity_type } = identity_list[0] ?? {};
    const identity = { ...advertiser, identity_id, identity_type };
    const posts = await path<{ video_list: Row[] }>('GET', '/identity/video/get/', {
      token,
      query: identity,
    });
    const body = {
      ...identity,
      campaign_name: 'spark',
      objective_type: 'VIDEO_VIEWS',
      adgroup_name: 'spark',
      location_ids: ['6252001'],
      budget_mode: 'BUDGET_MODE_DAY',
      budget: 50,
      schedule_type: 'SCHEDULE_FROM_NOW',
      schedule_start_time: new Date(Date.now()).toISOString().slice(0, 19).replace('T', ' '),
      optimization_goal: 'ENGAGED_VIEW',
      ad_name: 'spark',
      tiktok_item_id: posts.video_list[0]?.['item_id'],
    };
    made = await path<Row>('POST', '/business/spark_ad/create/', { token, body });
    expect(Object.keys(made).toSorted()).toEqual(['ad_id', 'adgroup_id', 'campaign_id']);
  });

  it('has called every operation', async () => {
    const { json } = await client.control<{ calls: Record<string, number> }>('/counters', {}, 'GET');
    expect(servedPaths('tools').filter((name) => !(name in json.calls))).toEqual([]);
  });
});
