import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../../testing/business-client.js';
import { SmartPlusFixture } from '../../testing/smart-plus-fixture.js';

describe('/smart_plus/campaign/*', () => {
  let client: BusinessClient;
  let us: SmartPlusFixture;
  beforeEach(async () => {
    const { token, advertiser_id, client: started } = await BusinessClient.startAsAdvertiser();
    client = started;
    us = await SmartPlusFixture.start(client, token, advertiser_id);
  });
  afterEach(() => client.close());

  it.each([
    ['a campaign budget', {}, 0],
    ['no request_id', { request_id: undefined }, 40_002],
    ['an objective of manual campaigns', { objective_type: 'TRAFFIC' }, 40_002],
    ['a daily mode under CBO', { budget_mode: 'BUDGET_MODE_DAY' }, 40_002],
    ['49 USD', { budget: 49 }, 40_002],
    ['no budget at all', { budget: undefined }, 40_002],
    ['budgets on the ad groups', { budget_optimize_on: false, budget_mode: 'BUDGET_MODE_INFINITE' }, 0],
    ['an app, but not what to promote of it', { objective_type: 'APP_PROMOTION' }, 40_002],
    ['an app', { objective_type: 'APP_PROMOTION', app_promotion_type: 'APP_INSTALL' }, 0],
  ])('answers a campaign with %s', async (_case, more, code) => {
    expect((await us.campaign(more)).code).toBe(code);
  });

  it('starts enabled, fills in defaults and drops keys that it does not know', async () => {
    const { data } = await us.campaign({ budget_mode: undefined, nonsense: 1 });
    expect(data).toMatchObject({
      operation_status: 'ENABLE',
      budget_optimize_on: true,
      budget_mode: 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET',
      smart_plus_adgroup_mode: 'SINGLE',
    });
    expect(data).not.toHaveProperty('nonsense');
  });

  it('takes a request_id once within 10 s, and the same name any number of times', async () => {
    expect((await us.campaign({ request_id: '77' })).code).toBe(0);
    expect((await us.campaign({ request_id: '77' })).code).toBe(40_050);
    await client.advance(10);
    expect((await us.campaign({ request_id: '77' })).code).toBe(0);
  });

  it('answers a status update with code 0 whatever became of the ids', async () => {
    const { data } = await us.campaign();
    const campaign_ids = [data['campaign_id'], '1'];
    const answer = await us.post('/campaign/status/update/', { campaign_ids, operation_status: 'DISABLE' });
    expect(answer).toMatchObject({
      code: 0,
      data: {
        campaign_list: [{ campaign_id: data['campaign_id'], status: 'DISABLE' }],
        error_list: [{ campaign_id: '1', error_message: expect.any(String) }],
      },
    });
    const many = Array.from({ length: 21 }, () => data['campaign_id']);
    const tooMany = { campaign_ids: many, operation_status: 'ENABLE' };
    expect((await us.post('/campaign/status/update/', tooMany)).code).toBe(40_002);
  });

  it('changes name and budget, and lists only its own kind', async () => {
    const { data } = await us.campaign();
    const { campaign_id } = data;
    const change = { campaign_id, campaign_name: 'd', budget: 60, objective_type: 'TRAFFIC' };
    expect((await us.post('/campaign/update/', change)).data).toMatchObject({
      campaign_name: 'd',
      budget: 60,
      objective_type: 'WEB_CONVERSIONS',
    });
    expect((await us.post('/campaign/update/', { campaign_id, budget: 10 })).code).toBe(40_002);
    expect(await us.list('/smart_plus/campaign/get/')).toHaveLength(1);
    expect(await us.list('/smart_plus/campaign/get/', { campaign_ids: ['1'] })).toEqual([]);
    const rows = await us.list('/campaign/get/', { campaign_automation_type: 'UPGRADED_SMART_PLUS' });
    expect(rows).toEqual([
      expect.objectContaining({ campaign_id, campaign_automation_type: 'UPGRADED_SMART_PLUS' }),
    ]);
  });

  it('refuses writes of ad accounts that are not on the allowlist, but not reads', async () => {
    await client.control(`/business/advertisers/${us.advertiser_id}`, { usPlusWrites: false });
    expect((await us.campaign()).code).toBe(40_118);
    expect(await us.list('/smart_plus/campaign/get/')).toEqual([]);
  });
});
