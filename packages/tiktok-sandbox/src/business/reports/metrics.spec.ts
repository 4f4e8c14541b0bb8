import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../testing/business-client.js';

interface Report {
  readonly list: { readonly dimensions: Record<string, string>; readonly metrics: Record<string, string> }[];
}

describe('metrics of reports', () => {
  let client: BusinessClient;
  let token: string;
  let ids: string[];
  beforeEach(async () => {
    client = await BusinessClient.start();
    ({ token, ids } = await client.advertiserToken());
  });
  afterEach(() => client.close());

  const ask = (metrics: readonly string[], more: Record<string, unknown> = {}) =>
    client.get<Report>(
      '/report/integrated/get/',
      {
        advertiser_id: ids[0],
        report_type: 'BASIC',
        data_level: 'AUCTION_AD',
        dimensions: ['ad_id'],
        start_date: '2026-10-01',
        end_date: '2026-10-07',
        metrics,
        ...more,
      },
      token,
    );
  const first = async (metrics: readonly string[], more: Record<string, unknown> = {}) =>
    (await ask(metrics, more)).data.list[0]?.metrics ?? {};

  it('shows zero for what the sandbox has no figures of, in the form of its kind', async () => {
    const counts = [
      'real_time_app_install',
      'total_pageview',
      'total_purchase',
      'paid_engaged_view',
      'sales_lead',
    ];
    const counted = await first([...counts, 'unique_checkout', 'onsite_form', 'offline_shopping_events']);
    expect(new Set(Object.values(counted))).toEqual(new Set(['0']));
    // Documented before page_content_view_events took their place; tools still ask for them.
    const older = ['product_details_page_browse', 'form_detail', 'consultation', 'download_button'];
    expect(new Set(Object.values(await first(older)))).toEqual(new Set(['0']));
    const decimals = ['purchase_rate', 'registration_rate', 'cost_per_purchase', 'value_per_total_purchase'];
    const shown = await first([
      ...decimals,
      'real_time_app_install_cost',
      'on_web_subscribe_per_click',
      'total_page_browse_view_value',
      'value_per_product_details_page_browse',
      'onsite_shopping_roas',
      'voucher_spend',
    ]);
    expect(new Set(Object.values(shown))).toEqual(new Set(['0.00']));
  });

  it.each(['CATALOG', 'PLAYABLE_MATERIAL', 'TT_SHOP'])(
    'has no rows in a report of type %s',
    async (report_type) => {
      const more = { report_type, data_level: 'AUCTION_CAMPAIGN', dimensions: ['campaign_id'] };
      expect(await ask(['spend'], more)).toMatchObject({ code: 0, data: { list: [] } });
    },
  );

  it('counts as results what the ad group aims at', async () => {
    const { data } = await ask(['result', 'cost_per_result', 'clicks', 'cpc', 'conversion', 'adgroup_name']);
    const row = (start: string) =>
      data.list.find(({ metrics }) => metrics['adgroup_name']?.startsWith(start))?.metrics ?? {};
    const [traffic, sales] = [row('Always on'), row('Autumn sale')];
    expect([traffic['result'], traffic['cost_per_result']]).toEqual([traffic['clicks'], traffic['cpc']]);
    expect(sales['result']).toBe(sales['conversion']);
    const split = { report_type: 'AUDIENCE', dimensions: ['adgroup_id', 'gender'] };
    const parts = (
      await ask(['result', 'clicks', 'adgroup_name'], { ...split, data_level: 'AUCTION_ADGROUP' })
    ).data;
    for (const { metrics } of parts.list.filter((one) =>
      one.metrics['adgroup_name']?.startsWith('Always on'),
    ))
      expect(metrics['result']).toBe(metrics['clicks']);
  });

  it.each([
    [['ad_id_v2'], 'AUCTION_AD', ['ad_ids_v2'], 0],
    [['ad_id'], 'AUCTION_AD', ['ad_ids_v2'], 40_002],
    [['ad_id_v2'], 'AUCTION_AD', ['ad_ids_v2', 'ad_ids'], 40_002],
  ])('by %j at %s filtered by %j answers %d', async (dimensions, data_level, fields, code) => {
    const filtering = fields.map((field_name) => ({ field_name, filter_type: 'IN', filter_value: '["1"]' }));
    expect((await ask(['spend'], { dimensions, data_level, filtering })).code).toBe(code);
  });

  it('shows a dash where a goal or a system does not apply', async () => {
    const names = ['secondary_goal_result', 'cost_per_secondary_goal_result', 'skan_app_install', 'aeo_type'];
    expect(new Set(Object.values(await first(names)))).toEqual(new Set(['-']));
  });

  it('shows attributes as the ads manager names them', async () => {
    const names = ['placement_type', 'promotion_type', 'billing_event', 'app_promotion_type', 'tt_app_id'];
    expect(await first([...names, 'budget', 'is_removed_from_spc', 'profile_image'])).toEqual({
      placement_type: expect.stringMatching(/^(Automatic Placement|TikTok.*)$/),
      promotion_type: expect.stringMatching(/^(Website|App)$/),
      billing_event: expect.stringMatching(/^(Clicks|Impression)$/),
      app_promotion_type: 'UNSET',
      tt_app_id: '0',
      budget: expect.stringMatching(/^\d+\.\d\d$/),
      is_removed_from_spc: '0',
      profile_image: '-',
    });
  });

  it('has three and four decimals when it is to answer like in 2023', async () => {
    await client.control('/settings', { business: { reportDecimals: '2023' } });
    expect(await first(['spend', 'cpm', 'cost_per_1000_reached', 'cost_per_result', 'ctr'])).toEqual({
      spend: expect.stringMatching(/^\d+\.\d\d0$/),
      cpm: expect.stringMatching(/^\d+\.\d\d0$/),
      cost_per_1000_reached: expect.stringMatching(/^\d+\.\d{3}$/),
      cost_per_result: expect.stringMatching(/^\d+\.\d{4}$/),
      ctr: expect.stringMatching(/^\d+\.\d\d$/),
    });
  });

  it('has bare numbers when several advertisers are asked for', async () => {
    const shown = await first(['voucher_spend', 'impressions'], { advertiser_ids: ids });
    expect(shown).toMatchObject({ voucher_spend: '0', currency: 'USD' });
  });

  it('has ages from 13 in audience reports, and attributes beside them', async () => {
    const more = { report_type: 'AUDIENCE', dimensions: ['ad_id', 'age', 'gender'], page_size: 1000 };
    const { data } = await ask(['ad_name', 'budget', 'result', 'clicks'], more);
    expect(new Set(data.list.map((row) => row.dimensions['age']))).toEqual(
      new Set(['AGE_13_17', 'AGE_18_24', 'AGE_25_34', 'AGE_35_44', 'AGE_45_54', 'AGE_55_100']),
    );
  });

  it.each([
    ['BASIC', 'country_code', ['reach', 'result', 'purchase_rate', 'button_click'], 0],
    ['BASIC', 'country_code', ['onsite_form'], 40_002],
    ['BASIC', 'page_id', ['ix_video_views', 'onsite_form'], 0],
    ['BASIC', 'page_id', ['likes'], 40_002],
    ['BASIC', 'search_terms', ['engaged_view', 'result_rate'], 0],
    ['BASIC', 'minis_id', ['spend'], 0],
    ['BASIC', 'hashtag', ['spend'], 40_002],
    ['BASIC', 'catalog_id', ['spend'], 40_002],
    ['BASIC', 'country_code', ['product_name'], 40_002],
    ['CATALOG', 'product_id', ['spend', 'catalog_name', 'product_set_name'], 0],
    ['PLAYABLE_MATERIAL', 'playable_id', ['spend'], 0],
    ['AUDIENCE', 'interest_category_tier2', ['spend', 'conversion'], 0],
    ['AUDIENCE', 'device_brand_id', ['spend', 'ctr'], 0],
    ['AUDIENCE', 'constructor', ['spend'], 40_002],
    ['AUDIENCE', 'hashtag', ['spend', 'clicks_on_music_disc'], 0],
    ['AUDIENCE', 'platform', ['frequency'], 40_002],
    ['AUDIENCE', 'platform', ['app_install'], 40_002],
  ])('answers %s by %s with %j as TikTok relates them (%d)', async (type, dimension, metrics, code) => {
    const more = { report_type: type, dimensions: ['ad_id', dimension] };
    expect((await ask(metrics, more)).code).toBe(code);
  });
});
