import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../../testing/business-client.js';
import { SmartPlusFixture } from '../../testing/smart-plus-fixture.js';

describe('/smart_plus/adgroup/*', () => {
  let client: BusinessClient;
  let us: SmartPlusFixture;
  beforeEach(async () => {
    const { token, advertiser_id, client: started } = await BusinessClient.startAsAdvertiser();
    client = started;
    us = await SmartPlusFixture.start(client, token, advertiser_id);
  });
  afterEach(() => client.close());

  const campaign = async (more = {}) => (await us.campaign(more)).data['campaign_id'];
  const off = { budget_optimize_on: false, budget_mode: 'BUDGET_MODE_INFINITE' };
  const own = { budget_mode: 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET', budget: 20 };
  const lead = { objective_type: 'LEAD_GENERATION', sales_destination: undefined };
  const noPixel = { pixel_id: undefined, optimization_event: undefined };
  const form = { promotion_type: 'LEAD_GENERATION', promotion_target_type: 'INSTANT_PAGE' };
  const android = { promotion_type: 'APP_ANDROID', app_id: '7', optimization_goal: 'INSTALL' };
  const app = { objective_type: 'APP_PROMOTION', app_promotion_type: 'APP_INSTALL' };
  const value = { optimization_goal: 'VALUE', placements: ['PLACEMENT_TIKTOK'] };
  const capped = { bid_type: 'BID_TYPE_CUSTOM', conversion_bid_price: 5 };

  it.each([
    ['the budget of its campaign', {}, {}, 0],
    ['a budget under CBO', {}, own, 40_002],
    ['its own budget', off, own, 0],
    ['neither budget', off, {}, 40_002],
    ['a pixel for clicks', {}, { optimization_goal: 'CLICK', billing_event: 'CPC' }, 40_002],
    ['clicks alone', {}, { optimization_goal: 'CLICK', billing_event: 'CPC', ...noPixel }, 0],
    ['the billing of another goal', {}, { billing_event: 'CPC' }, 40_002],
    ['no pixel for conversions', {}, { pixel_id: undefined }, 40_002],
    ['no targeting', {}, { targeting_spec: undefined }, 40_002],
    ['a target type for a website', {}, { promotion_target_type: 'EXTERNAL_WEBSITE' }, 40_002],
    ['an instant form', lead, { ...form, ...noPixel, optimization_goal: 'LEAD_GENERATION' }, 0],
    ['conversions in an instant form', lead, form, 40_002],
    ['an app', app, { ...android, ...noPixel }, 0],
    ['no app to install', app, { ...android, ...noPixel, app_id: undefined }, 40_002],
    ['value', {}, { ...value, deep_bid_type: 'VO_HIGHEST_VALUE' }, 0],
    ['value without a return', {}, { ...value, deep_bid_type: 'VO_MIN_ROAS' }, 40_002],
    ['a cost cap', {}, capped, 0],
    ['a cost cap of a whole budget', {}, { ...capped, conversion_bid_price: 50 }, 40_002],
    ['a bid without its type', {}, { conversion_bid_price: 5 }, 40_002],
    ['a minimum under a daily budget', {}, { min_budget: 5 }, 40_002],
  ])('answers an ad group with %s', async (_case, above, more, code) => {
    expect(await us.adGroup(await campaign(above), more)).toMatchObject({ code });
  });

  it('answers the whole ad group, with defaults', async () => {
    const { data } = await us.adGroup(await campaign(), { nonsense: 1 });
    expect(data).toMatchObject({
      secondary_status: 'ADGROUP_STATUS_CREATE',
      operation_status: 'ENABLE',
      placement_type: 'PLACEMENT_TYPE_AUTOMATIC',
      click_attribution_window: 'SEVEN_DAYS',
      targeting_optimization_mode: 'AUTOMATIC',
      targeting_spec: { location_ids: ['6252001'], spc_audience_age: 'OVER_EIGHTEEN' },
    });
    expect(data).not.toHaveProperty('nonsense');
    const [row] = await us.list('/smart_plus/adgroup/get/', { adgroup_ids: [data['adgroup_id']] });
    expect(row).toEqual(data);
    const [manual] = await us.list('/adgroup/get/', { adgroup_ids: [data['adgroup_id']] });
    expect(manual).toMatchObject({
      location_ids: ['6252001'],
      campaign_automation_type: 'UPGRADED_SMART_PLUS',
    });
  });

  it('wants all ad groups of a campaign alike, and 30 of them at most', async () => {
    const id = await campaign();
    expect((await us.adGroup(id)).code).toBe(0);
    expect((await us.adGroup(id, capped)).code).toBe(40_002);
    expect((await us.adGroup(id, { optimization_event: 'ADD_BILLING' })).code).toBe(40_002);
    const codes = await Promise.all(Array.from({ length: 30 }, async () => (await us.adGroup(id)).code));
    expect(codes.filter((code) => code === 0)).toHaveLength(29);
    const [row] = await us.list('/smart_plus/campaign/get/', { campaign_ids: [id] });
    expect(row).toMatchObject({ smart_plus_adgroup_mode: 'MULTIPLE' });
  });

  it('changes what is sent, and a bid on all ad groups of the campaign', async () => {
    const id = await campaign();
    const [first, second] = [await us.adGroup(id, capped), await us.adGroup(id, capped)];
    const { adgroup_id } = first.data;
    const change = {
      adgroup_id,
      adgroup_name: 'h',
      conversion_bid_price: 6,
      targeting_optimization_mode: 'MANUAL',
      targeting_spec: { location_ids: ['6252001'], age_groups: ['AGE_25_34'] },
      optimization_goal: 'CLICK',
    };
    expect((await us.post('/adgroup/update/', change)).data).toMatchObject({
      adgroup_name: 'h',
      optimization_goal: 'CONVERT',
      targeting_spec: { location_ids: ['6252001'], age_groups: ['AGE_25_34'] },
    });
    const other = { adgroup_ids: [second.data['adgroup_id']] };
    expect(await us.list('/smart_plus/adgroup/get/', other)).toMatchObject([{ conversion_bid_price: 6 }]);
    expect((await us.post('/adgroup/update/', { adgroup_id, budget: 30 })).code).toBe(40_002);
    expect((await us.post('/adgroup/update/', { adgroup_id, roas_bid: 2 })).code).toBe(40_002);
  });

  it('changes budgets now or at midnight, not both', async () => {
    const { data } = await us.adGroup(await campaign(off), own);
    const item = (budget: number) => [{ adgroup_id: data['adgroup_id'], budget }];
    const update = (body: object) => us.post('/adgroup/budget/update/', { ...body });
    expect(await update({ budget: item(30), scheduled_budget: item(40) })).toMatchObject({ code: 40_002 });
    expect(await update({ budget: item(19) })).toMatchObject({ code: 40_002 });
    expect(await update({ budget: item(30) })).toMatchObject({ code: 0, data: {} });
    expect(await update({ scheduled_budget: item(40) })).toMatchObject({ code: 0 });
    const read = () => us.list('/smart_plus/adgroup/get/');
    expect(await read()).toMatchObject([{ budget: 30, scheduled_budget: 40 }]);
    await client.advance(86_400);
    expect(await read()).toMatchObject([{ budget: 40, scheduled_budget: 0 }]);
  });

  it('answers a status update id by id', async () => {
    const { data } = await us.adGroup(await campaign());
    const body = { adgroup_ids: [data['adgroup_id'], '1'], operation_status: 'DELETE' };
    expect(await us.post('/adgroup/status/update/', body)).toMatchObject({
      code: 0,
      data: {
        adgroup_list: [{ adgroup_id: data['adgroup_id'], status: 'DELETE' }],
        error_list: [{ adgroup_id: '1' }],
      },
    });
    expect(await us.list('/smart_plus/adgroup/get/')).toEqual([]);
  });
});
