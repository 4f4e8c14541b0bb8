import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as sdk from 'tiktok-business-api-sdk-official';
import { BusinessClient } from 'tiktok-sandbox/testing';
import { operation, path } from './sdk-caller.js';
import { servedPaths } from './served-paths.js';

type Row = Record<string, unknown>;

const BUSINESS_CENTER = '7100000000000000001';

describe('tools of ad forms, called through the official SDK', () => {
  let client: BusinessClient;
  let token: string;
  let id: string;

  beforeAll(async () => {
    client = await BusinessClient.start({ rateLimits: false });
    sdk.ApiClient.instance.basePath = client.sandbox.sandbox.url;
    const granted = await client.advertiserToken();
    token = granted.token;
    id = granted.ids[0] ?? '';
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
    expect(detail).toEqual({ video_detail: posts.video_list[0] });
    await path('POST', '/tt_video/unbind/', { token, body: { ...advertiser, item_id } });
  });

  it('has called every operation', async () => {
    const { json } = await client.control<{ calls: Record<string, number> }>('/counters', {}, 'GET');
    expect(servedPaths('tools').filter((name) => !(name in json.calls))).toEqual([]);
  });
});
