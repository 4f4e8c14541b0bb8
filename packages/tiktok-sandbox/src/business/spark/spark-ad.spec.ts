import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../testing/business-client.js';

type Row = Record<string, unknown>;

describe('a Spark Ad in one step', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser_id: string;
  let body: Row;
  beforeEach(async () => {
    ({ client, token, advertiser_id } = await BusinessClient.startAsAdvertiser());
    const query = { advertiser_id, identity_type: 'TT_USER' };
    const { data } = await client.get<{ identity_list: Row[] }>('/identity/get/', query, token);
    const { videos } = (await client.control<{ videos: Row[]; now: string }>('/videos', {}, 'GET')).json;
    const { now } = (await client.control<{ now: string }>('/state', {}, 'GET')).json;
    body = {
      advertiser_id,
      campaign_name: 'one step',
      objective_type: 'TRAFFIC',
      adgroup_name: 'group',
      location_ids: ['6252001'],
      gender: 'GENDER_UNLIMITED',
      age_groups: ['AGE_18_24'],
      budget_mode: 'BUDGET_MODE_DAY',
      budget: 50,
      schedule_type: 'SCHEDULE_FROM_NOW',
      schedule_start_time: now.slice(0, 19).replace('T', ' '),
      optimization_goal: 'CLICK',
      bid_type: 'BID_TYPE_NO_BID',
      ad_name: '',
      identity_type: 'TT_USER',
      identity_id: data.identity_list[0]?.['identity_id'],
      tiktok_item_id: videos[0]?.['id'],
      call_to_action: 'LEARN_MORE',
      landing_page_url: 'https://shop.example.com/',
    };
  });
  afterEach(() => client.close());

  const create = (more: Row = {}) =>
    client.post<Record<string, string>>('/business/spark_ad/create/', { ...body, ...more }, token);
  const only = async (path: string, filtering: Row) =>
    (await client.get<{ list: Row[] }>(path, { advertiser_id, filtering }, token)).data.list[0];

  it('makes all three, enabled, so that it delivers after the review', async () => {
    const { data } = await create();
    await client.advance(5);
    expect(await only('/campaign/get/', { campaign_ids: [data['campaign_id']] })).toMatchObject({
      campaign_name: 'one step',
      operation_status: 'ENABLE',
      objective_type: 'TRAFFIC',
    });
    expect(await only('/adgroup/get/', { adgroup_ids: [data['adgroup_id']] })).toMatchObject({
      billing_event: 'CPC',
      budget: 50,
      placements: ['PLACEMENT_TIKTOK'],
    });
    expect(await only('/ad/get/', { ad_ids: [data['ad_id']] })).toMatchObject({
      ad_name: data['ad_id'],
      tiktok_item_id: body['tiktok_item_id'],
      secondary_status: 'AD_STATUS_DELIVERY_OK',
    });
  });

  it.each<[string, Row]>([
    ['an objective that it does not serve', { objective_type: 'WEB_CONVERSIONS' }],
    ['a goal of another objective', { optimization_goal: 'ENGAGED_VIEW' }],
    ['clicks without a call to action', { call_to_action: undefined }],
    ['clicks without a destination', { landing_page_url: undefined }],
    ['reach without a frequency', { objective_type: 'REACH', optimization_goal: 'REACH' }],
    ['followers with a destination', { objective_type: 'ENGAGEMENT', optimization_goal: 'FOLLOWERS' }],
    ['a cost cap without a bid', { bid_type: 'BID_TYPE_CUSTOM' }],
    ['a budget below the minimum', { budget: 19 }],
    ['a lifetime budget without an end', { budget_mode: 'BUDGET_MODE_TOTAL' }],
    ['a custom identity', { identity_type: 'CUSTOMIZED_USER' }],
  ])('refuses %s, and makes nothing', async (_case, more) => {
    expect([40_002, 40_007]).toContain((await create(more)).code);
    expect(await only('/campaign/get/', { campaign_name: 'one step' })).toBeUndefined();
  });

  it('takes visits of a page without a URL', async () => {
    const goal = {
      objective_type: 'ENGAGEMENT',
      optimization_goal: 'PAGE_VISIT',
      landing_page_url: undefined,
    };
    const { data } = await create(goal);
    expect(await only('/ad/get/', { ad_ids: [data['ad_id']] })).toMatchObject({
      tiktok_page_category: 'PROFILE_PAGE',
    });
  });
});
