import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as sdk from 'tiktok-business-api-sdk-official';
import type { BusinessClient } from 'tiktok-sandbox/testing';
import { advertiserClient, operation, path } from './sdk-caller.js';
import { servedPaths } from './served-paths.js';

type Row = Record<string, unknown>;
interface Page {
  readonly list: Row[];
}

// The operations build on one another, in the order in which a connector would use them.
describe('every operation of Upgraded Smart+, called through the official SDK', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser: { advertiser_id: string };
  const made: Record<string, string> = {};

  beforeAll(async () => {
    const started = await advertiserClient({ rateLimits: false, business: { usPlusWriteSeconds: 0 } });
    ({ client, token } = started);
    advertiser = { advertiser_id: started.id };
  });
  afterAll(() => client.close());

  const query = (more: Row = {}) => ({ token, query: { ...advertiser, ...more } });
  const body = (more: Row) => ({ token, body: { ...advertiser, ...more } });

  it('manages campaigns', async () => {
    const api = new sdk.CampaignCreationApi();
    const create = sdk.SmartPlusCampaignCreateBody.constructFromObject({
      ...advertiser,
      request_id: '1',
      campaign_name: 'conformance',
      objective_type: 'WEB_CONVERSIONS',
      sales_destination: 'WEBSITE',
      budget_optimize_on: true,
      budget_mode: 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET',
      budget: 50,
      operation_status: 'DISABLE',
    });
    const campaign = await operation(api, 'smartPlusCampaignCreate', token, { body: create });
    expect(campaign).toMatchObject({ operation_status: 'DISABLE', budget_optimize_on: true, budget: 50 });
    made['campaign'] = String(campaign['campaign_id']);
    const filtering = sdk.FilteringSmartPlusCampaignGet.constructFromObject({ campaign_name: 'conform' });
    const read = await operation<Page>(api, 'smartPlusCampaignGet', advertiser.advertiser_id, token, {
      filtering,
    });
    expect(read.list).toEqual([campaign]);
    const change = { ...advertiser, campaign_id: made['campaign'], campaign_name: 'renamed' };
    const update = sdk.SmartPlusCampaignUpdateBody.constructFromObject(change);
    const changed = await operation(api, 'smartPlusCampaignUpdate', token, { body: update });
    expect(changed).toMatchObject({ campaign_name: 'renamed' });
    const status = { ...advertiser, campaign_ids: [made['campaign']], operation_status: 'ENABLE' };
    const statusBody = sdk.SmartPlusCampaignStatusUpdateBody.constructFromObject(status);
    expect(await operation(api, 'smartPlusCampaignStatusUpdate', token, { body: statusBody })).toEqual({
      campaign_list: [{ campaign_id: made['campaign'], status: 'ENABLE' }],
      error_list: [],
    });
  });

  it('manages ad groups', async () => {
    const api = new sdk.AdgroupApi();
    const { pixels } = await path<{ pixels: Row[] }>('GET', '/pixel/list/', query());
    const create = sdk.SmartPlusAdgroupCreateBody.constructFromObject({
      ...advertiser,
      request_id: '2',
      campaign_id: made['campaign'],
      adgroup_name: 'conformance',
      promotion_type: 'WEBSITE',
      optimization_goal: 'CONVERT',
      pixel_id: pixels[0]?.['pixel_id'],
      optimization_event: 'SHOPPING',
      billing_event: 'OCPM',
      bid_type: 'BID_TYPE_NO_BID',
      schedule_type: 'SCHEDULE_FROM_NOW',
      schedule_start_time: '2026-11-01 00:00:00',
      targeting_spec: { location_ids: ['6252001'], spc_audience_age: 'OVER_EIGHTEEN' },
    });
    const group = await operation(api, 'smartPlusAdgroupCreate', token, { body: create });
    expect(group).toMatchObject({ secondary_status: 'ADGROUP_STATUS_CREATE' });
    made['adgroup'] = String(group['adgroup_id']);
    const read = await operation<Page>(api, 'smartPlusAdgroupGet', advertiser.advertiser_id, token, {});
    expect(read.list).toEqual([group]);
    const change = { ...advertiser, adgroup_id: made['adgroup'], adgroup_name: 'renamed' };
    const update = sdk.SmartPlusAdgroupUpdateBody.constructFromObject(change);
    const renamed = await operation(api, 'smartPlusAdgroupUpdate', token, { body: update });
    expect(renamed).toMatchObject({ adgroup_name: 'renamed' });
    const spec = sdk.SmartPlusAdgroupCreateBodyTargetingSpec.constructFromObject({
      location_ids: ['6252001'],
      audience_ids: [],
      excluded_audience_ids: [],
    });
    const targeting = { ...advertiser, adgroup_id: made['adgroup'], targeting_spec: spec };
    const replaced = sdk.SmartPlusAdgroupUpdateBody.constructFromObject(targeting);
    const targeted = await operation(api, 'smartPlusAdgroupUpdate', token, { body: replaced });
    expect(targeted['targeting_spec']).toMatchObject({ audience_ids: [], excluded_audience_ids: [] });
    const status = { ...advertiser, adgroup_ids: [made['adgroup']], operation_status: 'ENABLE' };
    const statusBody = sdk.SmartPlusAdgroupStatusUpdateBody.constructFromObject(status);
    const changed = await operation(api, 'smartPlusAdgroupStatusUpdate', token, { body: statusBody });
    expect(changed).toMatchObject({ adgroup_list: [{ status: 'ENABLE' }], error_list: [] });
  });

  it('changes budgets of ad groups', async () => {
    const campaign = await path(
      'POST',
      '/smart_plus/campaign/create/',
      body({
        request_id: '3',
        campaign_name: 'app',
        objective_type: 'APP_PROMOTION',
        app_promotion_type: 'APP_INSTALL',
        budget_optimize_on: false,
        budget_mode: 'BUDGET_MODE_INFINITE',
      }),
    );
    const group = await path(
      'POST',
      '/smart_plus/adgroup/create/',
      body({
        request_id: '4',
        campaign_id: campaign['campaign_id'],
        adgroup_name: 'app',
        promotion_type: 'APP_ANDROID',
        app_id: '7000000000000000009',
        optimization_goal: 'INSTALL',
        billing_event: 'OCPM',
        bid_type: 'BID_TYPE_NO_BID',
        budget_mode: 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET',
        budget: 20,
        schedule_type: 'SCHEDULE_FROM_NOW',
        schedule_start_time: '2026-11-01 00:00:00',
        targeting_spec: { location_ids: ['6252001'] },
      }),
    );
    const budget = [{ adgroup_id: group['adgroup_id'], budget: 40 }];
    expect(await path('POST', '/smart_plus/adgroup/budget/update/', body({ budget }))).toEqual({});
  });

  it('manages ads', async () => {
    const api = new sdk.AdApi();
    const { list } = await path<Page>('GET', '/ad/get/', query());
    const accounts = await path<{ identity_list: Row[] }>(
      'GET',
      '/identity/get/',
      query({ identity_type: 'TT_USER' }),
    );
    const content = [{ asset_content: 'LEARN_MORE', asset_ids: ['201781'] }];
    const portfolio = await path(
      'POST',
      '/creative/portfolio/create/',
      body({ creative_portfolio_type: 'CTA', portfolio_content: content }),
    );
    const create = sdk.SmartPlusAdCreateBody.constructFromObject({
      ...advertiser,
      adgroup_id: made['adgroup'],
      ad_name: 'conformance',
      creative_list: [
        {
          creative_info: {
            ad_format: 'SINGLE_VIDEO',
            video_info: { video_id: list[0]?.['video_id'] },
            image_info: [{ web_uri: (list[0]?.['image_ids'] as string[] | undefined)?.[0] }],
            identity_type: 'TT_USER',
            identity_id: accounts.identity_list[0]?.['identity_id'],
          },
        },
      ],
      ad_text_list: [{ ad_text: 'See what is new' }],
      landing_page_url_list: [{ landing_page_url: 'https://shop.example.com/' }],
      ad_configuration: { call_to_action_id: portfolio['creative_portfolio_id'], dark_post_status: 'ON' },
    });
    const ad = await operation(api, 'smartPlusAdCreate', token, { body: create });
    expect(ad).toMatchObject({ secondary_status: 'AD_STATUS_AUDIT' });
    made['ad'] = String(ad['smart_plus_ad_id']);
    made['material'] = String((ad['creative_list'] as Row[])[0]?.['ad_material_id']);
    const filtering = sdk.FilteringSmartPlusAdGet.constructFromObject({ smart_plus_ad_ids: [made['ad']] });
    const read = await operation<Page>(api, 'smartPlusAdGet', advertiser.advertiser_id, token, { filtering });
    expect(read.list).toEqual([ad]);
    const status = { ...advertiser, smart_plus_ad_ids: [made['ad']], operation_status: 'ENABLE' };
    const statusBody = sdk.SmartPlusAdStatusUpdateBody.constructFromObject(status);
    expect(await operation(api, 'smartPlusAdStatusUpdate', token, { body: statusBody })).toEqual({
      smart_plus_ad_ids: [made['ad']],
      status: 'ENABLE',
    });
  });

  it('changes ads and single creatives', async () => {
    const api = new sdk.AdApi();
    const one = { ...advertiser, smart_plus_ad_id: made['ad'] };
    const change = sdk.SmartPlusAdUpdateBody.constructFromObject({ ...one, ad_name: 'renamed' });
    const changed = await operation(api, 'smartPlusAdUpdate', token, { body: change });
    expect(changed).toMatchObject({ ad_name: 'renamed', smart_plus_ad_id: made['ad'] });
    const off = sdk.SmartPlusAdMaterialStatusUpdateBody.constructFromObject({
      ...one,
      ad_material_ids: [made['material']],
      operation_status: 'ENABLE',
    });
    await operation(api, 'smartPlusAdMaterialStatusUpdate', token, { body: off });
  });

  it('reads reviews, and appeals', async () => {
    const api = new sdk.AdApi();
    const id = advertiser.advertiser_id;
    await client.control(`/business/ads/${made['ad'] ?? ''}`, { action: 'reject', reason: 'too loud' });
    const extra_info_setting = sdk.ExtraInfoSettingSmartPlusAdReviewInfo.constructFromObject({
      include_reject_info: true,
    });
    const review = await operation(api, 'smartPlusAdReviewInfo', id, [made['ad']], token, {
      extra_info_setting,
    });
    expect(review).toMatchObject({
      smart_plus_ad_review_infos: [{ review_status: 'UNAVAILABLE', appeal_status: 'NOT_APPEALED' }],
    });
    const materials = await operation(api, 'smartPlusMaterialReviewInfo', id, [made['material']], token, {});
    expect(materials).toMatchObject({ material_review_infos: [{ ad_material_id: made['material'] }] });
    const appeal = { ...advertiser, smart_plus_ad_id: made['ad'], appeal_reason: 'it is quiet' };
    await operation(api, 'smartPlusAdAppeal', token, {
      body: sdk.SmartPlusAdAppealBody.constructFromObject(appeal),
    });
  });

  it('reads material reports', async () => {
    const api = new sdk.ReportingApi();
    const id = advertiser.advertiser_id;
    const filtering = sdk.FilteringSmartPlusMaterialReportOverview.constructFromObject({
      smart_plus_ad_ids: [made['ad']],
    });
    const overview = await operation<Page>(
      api,
      'smartPlusMaterialReportOverview',
      id,
      ['main_material_id'],
      token,
      { query_lifetime: true, filtering },
    );
    expect(overview.list).toEqual([]);
    const breakdown = await operation<Page>(
      api,
      'smartPlusMaterialReportBreakdown',
      id,
      ['main_material_id', 'stat_time_day'],
      '2026-11-01',
      '2026-11-02',
      token,
      {},
    );
    expect(breakdown.list).toEqual([]);
  });

  it('has called every operation', async () => {
    const { json } = await client.control<{ calls: Record<string, number> }>('/counters', {}, 'GET');
    expect(servedPaths('smart plus').filter((name) => !(name in json.calls))).toEqual([]);
  });
});
