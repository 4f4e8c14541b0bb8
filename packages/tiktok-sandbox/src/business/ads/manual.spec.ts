import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { seedGroup } from '../testing/ads-fixture.js';
import { BusinessClient } from '../testing/business-client.js';
import { SmartPlusFixture } from '../testing/smart-plus-fixture.js';

type Row = Record<string, unknown>;

describe('manual campaigns beside Upgraded Smart+', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser_id: string;
  beforeEach(async () => {
    ({ client, token, advertiser_id } = await BusinessClient.startAsAdvertiser());
  });
  afterEach(() => client.close());

  const post = (path: string, body: Row) => client.post(path, { advertiser_id, ...body }, token);
  const campaign = async (objective_type: string) => {
    const budget_mode = 'BUDGET_MODE_INFINITE';
    const body = { campaign_name: objective_type, objective_type, budget_mode };
    return (await post('/campaign/create/', body)).code;
  };

  it.each([
    ['all objectives', [], 40_002, 40_002],
    ['some objectives', ['WEB_CONVERSIONS'], 40_002, 0],
  ])('cannot be created for %s once that has ended, but go on', async (_case, objectives, web, traffic) => {
    const { adgroupId, campaignId } = await seedGroup(client, token, advertiser_id);
    const { json } = await client.control<{ now: string }>('/state', {}, 'GET');
    const manualCreateEndsAt = new Date(Date.parse(json.now) + 60_000).toISOString();
    await client.control('/settings', { business: { manualCreateEndsAt, manualCreateEndsFor: objectives } });
    expect(await campaign('WEB_CONVERSIONS')).toBe(0);
    await client.advance(60);
    expect([await campaign('WEB_CONVERSIONS'), await campaign('TRAFFIC')]).toEqual([web, traffic]);
    const change = { campaign_id: campaignId, campaign_name: 'still' };
    expect((await post('/campaign/update/', change)).code).toBe(0);
    const name = { adgroup_id: adgroupId, adgroup_name: 'still' };
    expect((await post('/adgroup/update/', name)).code).toBe(0);
  });

  it('end below the campaign as well if a setting says so', async () => {
    const { adgroupId } = await seedGroup(client, token, advertiser_id);
    const [ad] = (await client.get<{ list: Row[] }>('/ad/get/', { advertiser_id }, token)).data.list;
    const keys = ['ad_name', 'ad_format', 'ad_text', 'identity_type', 'identity_id', 'video_id', 'image_ids'];
    const creative = Object.fromEntries(keys.map((key) => [key, ad?.[key]]));
    const create = () => post('/ad/create/', { adgroup_id: adgroupId, creatives: [creative] });
    await client.control('/settings', { business: { manualCreateEndsAt: '2020-01-01T00:00:00Z' } });
    expect((await create()).code).toBe(0);
    await client.control('/settings', { business: { manualCreateEndsBelow: true } });
    expect((await create()).code).toBe(40_002);
  });

  it('keep their endpoints to themselves', async () => {
    const us = await SmartPlusFixture.start(client, token, advertiser_id);
    const { campaign: campaign_id, adgroup } = await us.chain();
    const [creative] = await us.list('/ad/get/', { adgroup_ids: [adgroup] });
    const calls: [string, Row][] = [
      ['/campaign/update/', { campaign_id, campaign_name: 'x' }],
      ['/campaign/status/update/', { campaign_ids: [campaign_id], operation_status: 'DISABLE' }],
      ['/adgroup/update/', { adgroup_id: adgroup, adgroup_name: 'x' }],
      ['/adgroup/status/update/', { adgroup_ids: [adgroup], operation_status: 'DISABLE' }],
      ['/adgroup/budget/update/', { budget: [{ adgroup_id: adgroup, budget: 100 }] }],
      ['/ad/status/update/', { ad_ids: [creative?.['ad_id']], operation_status: 'DISABLE' }],
    ];
    for (const [path, body] of calls) expect([path, (await post(path, body)).code]).toEqual([path, 40_002]);
    const manual = await seedGroup(client, token, advertiser_id);
    expect((await us.adGroup(manual.campaignId)).code).toBe(40_002);
    expect((await us.ad(manual.adgroupId)).code).toBe(40_002);
  });

  it.each([
    ['a call to action without a page', { landing_page_url: undefined }],
    ['a page without a call to action', { call_to_action: undefined }],
    ['a custom identity on TikTok', { identity_type: 'CUSTOMIZED_USER' }],
    ['a single image on TikTok', { ad_format: 'SINGLE_IMAGE', video_id: undefined }],
    ['a carousel without music', { ad_format: 'CAROUSEL_ADS', video_id: undefined }],
  ])('refuse an ad with %s', async (_case, more) => {
    const { adgroupId, read } = await seedGroup(client, token, advertiser_id);
    const custom = await client.get<{ identity_list: Row[] }>(
      '/identity/get/',
      { advertiser_id, identity_type: 'CUSTOMIZED_USER' },
      token,
    );
    const ad = await read('/ad/get/', { adgroup_ids: [adgroupId] });
    const creative: Row = {
      ...Object.fromEntries(
        ['ad_name', 'ad_format', 'ad_text', 'identity_type', 'identity_id', 'video_id', 'image_ids'].map(
          (key) => [key, ad[key]],
        ),
      ),
      call_to_action: 'SHOP_NOW',
      landing_page_url: 'https://shop.example.com/',
    };
    const create = (changes: Row) =>
      post('/ad/create/', { adgroup_id: adgroupId, creatives: [{ ...creative, ...changes }] });
    expect((await create({})).code).toBe(0);
    const identity =
      'identity_type' in more ? { identity_id: custom.data.identity_list[0]?.['identity_id'] } : {};
    expect((await create({ ...more, ...identity })).code).toBe(40_002);
  });
});
