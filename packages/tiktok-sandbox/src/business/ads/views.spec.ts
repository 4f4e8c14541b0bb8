import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../testing/business-client.js';
import { seedGroup } from '../testing/ads-fixture.js';

type Row = Record<string, unknown>;

/** Keys that every campaign has in recorded answers of 2026. */
const CAMPAIGN_KEYS = `
  advertiser_id budget budget_mode campaign_automation_type campaign_id campaign_name campaign_type catalog_enabled
  create_time deep_bid_type disable_skan_campaign is_advanced_dedicated_campaign is_new_structure is_search_campaign
  is_smart_performance_campaign modify_time objective objective_type operation_status roas_bid rta_bid_enabled rta_id
  rta_product_selection_enabled secondary_status virtual_objective_type`
  .trim()
  .split(/\s+/);

describe('views of campaigns, ad groups and ads', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser_id: string;
  beforeEach(async () => {
    ({ client, token, advertiser_id } = await BusinessClient.startAsAdvertiser());
  });
  afterEach(() => client.close());

  const post = async (path: string, body: Row) =>
    (await client.post(path, { advertiser_id, ...body }, token)).data;
  const campaign = (more: Row = {}) =>
    post('/campaign/create/', {
      campaign_name: `c ${JSON.stringify(more)}`,
      objective_type: 'TRAFFIC',
      budget_mode: 'BUDGET_MODE_INFINITE',
      ...more,
    });
  const group = (campaign_id: unknown, more: Row = {}) =>
    client.post(
      '/adgroup/create/',
      {
        advertiser_id,
        campaign_id,
        adgroup_name: `g ${JSON.stringify(more)}`,
        promotion_type: 'WEBSITE',
        location_ids: ['6252001'],
        billing_event: 'CPC',
        optimization_goal: 'CLICK',
        budget_mode: 'BUDGET_MODE_DAY',
        budget: 100,
        pacing: 'PACING_MODE_SMOOTH',
        schedule_type: 'SCHEDULE_FROM_NOW',
        schedule_start_time: '2026-10-20 00:00:00',
        ...more,
      },
      token,
    );

  it('leaves out of a campaign what does not apply to it', async () => {
    const created = await campaign();
    expect(Object.keys(created).toSorted()).toEqual(CAMPAIGN_KEYS);
    expect(created).toMatchObject({ rta_bid_enabled: false, rta_product_selection_enabled: false });
    const { data } = await client.get<{ list: Row[] }>('/campaign/get/', { advertiser_id }, token);
    expect(data.list[0]).toEqual(created);
  });

  it.each([
    [{ objective_type: 'APP_PROMOTION', app_promotion_type: 'APP_INSTALL' }, ['app_promotion_type']],
    [{ budget_mode: 'BUDGET_MODE_DAY', budget: 100, budget_optimize_on: true }, ['budget_optimize_on']],
    [{ special_industries: ['HOUSING'] }, ['special_industries']],
    [{ special_industries: [], app_promotion_type: null, rf_campaign_type: 'STANDARD' }, []],
    [
      { objective_type: 'PRODUCT_SALES', campaign_product_source: 'CATALOG' },
      ['campaign_app_profile_page_state', 'campaign_product_source'],
    ],
    [
      { objective_type: 'WEB_CONVERSIONS', virtual_objective_type: 'SALES', sales_destination: 'WEBSITE' },
      ['sales_destination'],
    ],
    [{ objective_type: 'LEAD_GENERATION' }, ['sales_destination']],
  ])('adds to a campaign with %j only %j', async (more, keys) => {
    const created = await campaign(more);
    expect(Object.keys(created).toSorted()).toEqual([...CAMPAIGN_KEYS, ...keys].toSorted());
  });

  it('lists no campaign in the answer that deletes it', async () => {
    const { campaign_id } = await campaign();
    const update = (operation_status: string) =>
      post('/campaign/status/update/', { campaign_ids: [campaign_id], operation_status });
    expect((await update('DISABLE'))['campaign_list']).toEqual([
      { campaign_id, status: 'DISABLE', postback_window_mode: null },
    ]);
    expect(await update('DELETE')).toEqual({
      campaign_ids: [campaign_id],
      status: 'DELETE',
      campaign_list: [],
    });
  });

  it.each([
    ['2026-05-26T00:00:00Z', '2026-05-26 00:00:00'],
    ['2026-12-01T10:30:00+09:00', '2026-12-01 01:30:00'],
    ['2026-12-01T10:30:00.123-0500', '2026-12-01 15:30:00'],
    ['2026-12-01T10:30:00', '2026-12-01 10:30:00'],
    ['2026-12-01', '2026-12-01 00:00:00'],
  ])('reads the time %s as %s, when creating, updating and filtering', async (sent, shown) => {
    const { campaign_id } = await campaign();
    const { data } = await group(campaign_id, { schedule_start_time: sent });
    expect(data).toMatchObject({ schedule_start_time: shown });
    const { adgroup_id } = data;
    const late = sent.replace('2026', '2027');
    const end = await post('/adgroup/update/', { adgroup_id, schedule_end_time: late });
    expect(end).toMatchObject({ schedule_end_time: shown.replace('2026', '2027') });
    for (const key of ['creation_filter_start_time', 'creation_filter_end_time', 'modified_after']) {
      const filtering = { [key]: sent };
      for (const path of ['/campaign/get/', '/adgroup/get/', '/ad/get/'])
        expect((await client.get(path, { advertiser_id, filtering }, token)).code).toBe(0);
    }
  });

  it.each([
    'soon',
    '2026-02-30 00:00:00',
    '2026-13-01T00:00:00Z',
    '2026-12-01T25:00:00Z',
    '2026-12-01 10:30',
  ])('refuses the time %s', async (sent) => {
    const { campaign_id } = await campaign();
    expect((await group(campaign_id, { schedule_start_time: sent })).code).toBe(40_002);
  });

  it('refuses a start long ago only when the documentation is to be kept', async () => {
    const { campaign_id } = await campaign();
    await client.control('/settings', { business: { pastStart: 'refuse' } });
    expect((await group(campaign_id, { schedule_start_time: '2026-05-26T00:00:00Z' })).code).toBe(40_002);
  });

  it.each([
    [{}, 'PLACEMENT_TYPE_AUTOMATIC', ['PLACEMENT_TIKTOK', 'PLACEMENT_GLOBAL_APP_BUNDLE', 'PLACEMENT_PANGLE']],
    [{ placements: ['PLACEMENT_PANGLE'] }, 'PLACEMENT_TYPE_NORMAL', ['PLACEMENT_PANGLE']],
    [
      { placement_type: 'PLACEMENT_TYPE_AUTOMATIC', placements: ['PLACEMENT_PANGLE'] },
      'PLACEMENT_TYPE_AUTOMATIC',
      ['PLACEMENT_TIKTOK', 'PLACEMENT_GLOBAL_APP_BUNDLE', 'PLACEMENT_PANGLE'],
    ],
  ])('takes %j for %s on %j', async (more, placement_type, placements) => {
    const { campaign_id } = await campaign();
    expect((await group(campaign_id, more)).data).toMatchObject({ placement_type, placements });
  });

  it.each([
    ['/adgroup/get/', { billing_events: ['CPC'] }, 2],
    ['/adgroup/get/', { billing_events: ['CPC', 'OCPM'], promotion_type: 'WEBSITE' }, 4],
    ['/adgroup/get/', { promotion_type: 'APP_IOS' }, 0],
    ['/adgroup/get/', { creative_material_mode: 'CUSTOM' }, 4],
    ['/campaign/get/', { campaign_type: 'IOS14_CAMPAIGN' }, 0],
    ['/campaign/get/', { campaign_automation_type: 'MANUAL', split_test_enabled: false }, 2],
    ['/campaign/get/', { is_smart_performance_campaign: true }, 0],
    ['/ad/get/', { campaign_system_origins: ['TT_ADS_PLATFORM'], creative_material_mode: 'DYNAMIC' }, 0],
  ])('filters %s by %j', async (path, filtering, count) => {
    const { data } = await client.get<{ list: Row[] }>(path, { advertiser_id, filtering }, token);
    expect(data.list).toHaveLength(count);
  });

  it.each(['scheduled_budget', 'schedule_budget'])('takes a budget for tomorrow as %s', async (key) => {
    const { campaign_id } = await campaign();
    const { adgroup_id } = (await group(campaign_id)).data;
    await post('/adgroup/budget/update/', { [key]: [{ adgroup_id, [key]: 120 }] });
    const filtering = { adgroup_ids: [adgroup_id] };
    const { data } = await client.get<{ list: Row[] }>('/adgroup/get/', { advertiser_id, filtering }, token);
    expect(data.list[0]).toMatchObject({ budget: 100, scheduled_budget: 120 });
  });

  it('shows the keys of a live ad group, and none of other kinds', async () => {
    const { campaign_id } = await campaign();
    const { data } = await group(campaign_id, { foo: 1, catalog_id: null });
    expect(data).toMatchObject({
      age_groups: null,
      is_lhf_compliance: false,
      deep_funnel_optimization_status: null,
      smart_audience_enabled: null,
      schedule_infos: null,
      keywords: null,
      targeting_expansion: { expansion_enabled: false, expansion_types: [] },
      campaign_automation_type: 'MANUAL',
    });
    for (const key of ['foo', 'catalog_id', 'store_id', 'identity_id', 'messaging_app_type', 'roas_bid'])
      expect(data).not.toHaveProperty(key);
    const narrow = (await group(campaign_id, { age_groups: ['AGE_18_24'], roas_bid: 1.5 })).data;
    expect(narrow).toMatchObject({ age_groups: ['AGE_18_24'], roas_bid: 1.5 });
  });

  it('answers the documented fields that are asked for, of every list', async () => {
    const { adgroupId, campaignId, adId } = await seedGroup(client, token, advertiser_id);
    const rows = async (path: string, fields: string[]) =>
      client.get<{ list: Row[] }>(path, { advertiser_id, fields }, token);
    const groups = await rows('/adgroup/get/', ['adgroup_id', 'audience_type', 'split_test_status']);
    expect(groups.data.list[0]).toEqual({
      adgroup_id: adgroupId,
      audience_type: null,
      split_test_status: null,
    });
    const campaigns = await rows('/campaign/get/', ['campaign_id', 'po_number', 'app_promotion_type']);
    expect(campaigns.data.list[0]).toEqual({
      campaign_id: campaignId,
      po_number: null,
      app_promotion_type: null,
    });
    const late = [
      'creative_auto_enhancement_strategy_list',
      'page_image_index',
      'vehicle_ids',
      'schedule_id',
    ];
    expect((await rows('/ad/get/', late)).code).toBe(0);
    const ads = await rows('/ad/get/', ['ad_id', 'tiktok_item_id', 'display_name']);
    expect(ads.data.list[0]).toMatchObject({ ad_id: adId, tiktok_item_id: null });
    for (const path of ['/adgroup/get/', '/campaign/get/', '/ad/get/'])
      expect((await rows(path, ['colour'])).code).toBe(40_002);
  });

  it('leaves out of an ad what does not apply to it', async () => {
    const { adgroupId, read, adId } = await seedGroup(client, token, advertiser_id);
    const ad = await read('/ad/get/', { ad_ids: [adId] });
    expect(ad).toMatchObject({
      music_id: null,
      card_id: null,
      deeplink: '',
      call_to_action_id: null,
    });
    for (const key of [
      'tiktok_item_id',
      'catalog_id',
      'dark_post_status',
      'promotional_music_disabled',
      'cpp_url',
    ])
      expect(ad).not.toHaveProperty(key);
    const linked = await client.get<{ identity_list: Row[] }>(
      '/identity/get/',
      { advertiser_id, identity_type: 'TT_USER' },
      token,
    );
    const { videos } = (await client.control<{ videos: Row[] }>('/videos', {}, 'GET')).json;
    const creative = {
      ad_name: 'spark',
      ad_format: 'SINGLE_VIDEO',
      identity_type: 'TT_USER',
      identity_id: linked.data.identity_list[0]?.['identity_id'],
      tiktok_item_id: videos[0]?.['id'],
    };
    const spark = await post('/ad/create/', { adgroup_id: adgroupId, creatives: [creative] });
    const [made] = spark['creatives'] as Row[];
    expect(made).toMatchObject({ promotional_music_disabled: true, image_ids: [], ad_text: null });
    expect(made).not.toHaveProperty('call_to_action');
  });
});
