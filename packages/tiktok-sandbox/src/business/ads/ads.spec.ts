import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../testing/business-client.js';
import { seedGroup } from '../testing/ads-fixture.js';

type Row = Record<string, unknown>;

describe('campaigns, ad groups and ads', () => {
  let client: BusinessClient;
  let token: string;
  let ids: string[];
  beforeEach(async () => {
    client = await BusinessClient.start();
    ({ token, ids } = await client.advertiserToken());
  });
  afterEach(() => client.close());

  const campaign = (more: Row = {}, advertiser = 0) =>
    client.post(
      '/campaign/create/',
      {
        advertiser_id: ids[advertiser],
        campaign_name: 'c',
        objective_type: 'TRAFFIC',
        budget_mode: 'BUDGET_MODE_DAY',
        budget: 50,
        ...more,
      },
      token,
    );

  it.each([
    ['50 USD', 0, 50, 0],
    ['below 50 USD', 0, 49.99, 40_002],
    ['three decimals', 0, 50.001, 40_002],
    ['ten million', 0, 10_000_000, 40_002],
    ['5,000 JPY', 1, 5_000, 0],
    ['below 5,000 JPY', 1, 4_999, 40_002],
    ['half a yen', 1, 5_000.5, 40_002],
  ])('a daily campaign budget of %s', async (_case, advertiser, budget, code) => {
    expect((await campaign({ budget }, advertiser)).code).toBe(code);
  });

  it.each([
    ['no objective', { objective_type: undefined }],
    ['a retired objective', { objective_type: 'CONVERSIONS' }],
    ['an emoji', { campaign_name: 'sale 🎉' }],
    ['257 CJK characters', { campaign_name: '漢'.repeat(257) }],
    ['an endless budget with CBO', { budget_mode: 'BUDGET_MODE_INFINITE', budget_optimize_on: true }],
  ])('refuses a campaign with %s', async (_case, more) => {
    expect((await campaign(more)).code).toBe(40_002);
  });

  it('takes a name once, unless a request_id says that it is meant; and a request_id once', async () => {
    expect((await campaign()).code).toBe(0);
    expect((await campaign()).code).toBe(40_002);
    expect((await campaign({ request_id: '17' })).code).toBe(0);
    expect((await campaign({ request_id: '17' })).code).toBe(40_050);
    await client.advance(10);
    expect((await campaign({ request_id: '17' })).code).toBe(0);
  });

  it.each([
    {},
    { budget_mode: 'BUDGET_MODE_DAY', budget: 1 },
    { budget_mode: 'BUDGET_MODE_INFINITE', pacing: 'PACING_MODE_FAST' },
  ])('ignores budget and pacing of an ad group whose campaign optimises them: %j', async (more) => {
    const { data } = await campaign({ budget_mode: 'BUDGET_MODE_DAY', budget_optimize_on: true });
    const group = {
      advertiser_id: ids[0],
      campaign_id: data['campaign_id'],
      adgroup_name: 'g',
      promotion_type: 'WEBSITE',
      location_ids: ['6252001'],
      billing_event: 'CPC',
      optimization_goal: 'CLICK',
      schedule_type: 'SCHEDULE_FROM_NOW',
      schedule_start_time: '2026-12-01 00:00:00',
    };
    const made = await client.post('/adgroup/create/', { ...group, ...more }, token);
    expect(made).toMatchObject({
      code: 0,
      data: { budget_mode: 'BUDGET_MODE_INFINITE', budget: 0, pacing: 'PACING_MODE_SMOOTH' },
    });
    const update = { advertiser_id: ids[0], adgroup_id: made.data['adgroup_id'], adgroup_name: 'h' };
    const changed = await client.post('/adgroup/update/', update, token);
    expect(Object.keys(changed.data).toSorted()).toEqual(Object.keys(made.data).toSorted());
  });

  it('changes the status of 20 ids at most, and deletes for good', async () => {
    const { data } = await campaign();
    const update = (campaign_ids: unknown[], operation_status: string) =>
      client.post(
        '/campaign/status/update/',
        { advertiser_id: ids[0], campaign_ids, operation_status },
        token,
      );
    expect(
      (
        await update(
          Array.from({ length: 21 }, () => data['campaign_id']),
          'ENABLE',
        )
      ).code,
    ).toBe(40_002);
    expect((await update([data['campaign_id']], 'DELETE')).data).toMatchObject({ status: 'DELETE' });
    expect((await update([data['campaign_id']], 'ENABLE')).code).toBe(40_007);
    const list = async (filtering: Row) =>
      (await client.get<{ list: Row[] }>('/campaign/get/', { advertiser_id: ids[0], filtering }, token)).data
        .list;
    const campaign_ids = [data['campaign_id']];
    expect(await list({ campaign_ids })).toEqual([]);
    expect(await list({ campaign_ids, primary_status: 'STATUS_ALL' })).toHaveLength(1);
    const tooMany = { campaign_ids: Array.from({ length: 101 }, String) };
    const answer = await client.get('/campaign/get/', { advertiser_id: ids[0], filtering: tooMany }, token);
    expect(answer.code).toBe(40_002);
  });

  it('lets an ad pass review, be denied by hand, and go to review again', async () => {
    await client.control('/settings', { business: { reviewMs: 60_000 } });
    const fixture = await seedGroup(client, token, ids[0] ?? '');
    const status = async () =>
      (await fixture.read('/ad/get/', { ad_ids: [fixture.adId] }))['secondary_status'];
    const group = async () =>
      (await fixture.read('/adgroup/get/', { adgroup_ids: [fixture.adgroupId] }))['secondary_status'];
    expect([await status(), await group()]).toEqual(['AD_STATUS_AUDIT', 'ADGROUP_STATUS_AUDIT']);
    await client.advance(60);
    expect([await status(), await group()]).toEqual(['AD_STATUS_DELIVERY_OK', 'ADGROUP_STATUS_DELIVERY_OK']);
    await client.control(`/business/ads/${fixture.adId}`, { action: 'reject', reason: 'too loud' });
    expect([await status(), await group()]).toEqual(['AD_STATUS_AUDIT_DENY', 'ADGROUP_STATUS_AUDIT_DENY']);
    const creatives = [{ ad_id: fixture.adId, ad_text: 'quieter' }];
    const body = { advertiser_id: ids[0], adgroup_id: fixture.adgroupId, patch_update: true, creatives };
    expect((await client.post('/ad/update/', body, token)).data).toMatchObject({ need_audit: true });
    expect(await status()).toBe('AD_STATUS_REAUDIT');
    await client.advance(60);
    await fixture.setCampaign('DISABLE');
    expect([await status(), await group()]).toEqual([
      'AD_STATUS_CAMPAIGN_DISABLE',
      'ADGROUP_STATUS_CAMPAIGN_DISABLE',
    ]);
  });

  it('answers 20001 with what could be done when that is asked for', async () => {
    const { adgroupId } = await seedGroup(client, token, ids[0] ?? '');
    const body = { advertiser_id: ids[0], adgroup_ids: [adgroupId, '1'], operation_status: 'DISABLE' };
    expect((await client.post('/adgroup/status/update/', body, token)).code).toBe(40_007);
    const partial = await client.post(
      '/adgroup/status/update/',
      { ...body, allow_partial_success: true },
      token,
    );
    expect(partial).toMatchObject({
      code: 20_001,
      data: {
        adgroup_ids: [adgroupId],
        error_list: [{ adgroup_id: '1', error_message: expect.any(String) }],
      },
    });
  });

  it('follows the status of its advertiser', async () => {
    const fixture = await seedGroup(client, token, ids[0] ?? '');
    await client.control(`/business/advertisers/${ids[0] ?? ''}`, { status: 'STATUS_CONFIRM_FAIL' });
    const ad = await fixture.read('/ad/get/', { ad_ids: [fixture.adId] });
    expect(ad['secondary_status']).toBe('AD_STATUS_ADVERTISER_AUDIT_DENY');
  });
});
