import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { AdsAccount, WITH_ADS, type AdObjectBody } from '../../support/given/ads-account.js';

const connector = useConnector({
  ...WITH_ADS,
  environment: {
    ...WITH_ADS.environment,
    ADS_SETTLE_SECONDS: '1',
    ADS_CUSTOM_IDENTITY_ON_TIKTOK: 'true',
  },
  sandbox: { business: { ...WITH_ADS.sandbox?.business, customIdentity: 'anywhere' } },
});
const START = new Date(Date.now() + 3_600_000).toISOString();

interface WrittenBody {
  id: string;
  changeId: string;
  adopted: boolean;
  differences: { field: string }[];
  object: AdObjectBody;
}

let ads: AdsAccount;

beforeAll(async () => {
  ads = await AdsAccount.connect(connector());
});

function create(path: string, body: object) {
  return ads.api.post<WrittenBody>(`/api/ads/${path}`, { accountId: ads.accountId, ...body });
}

function campaign(objective: string, over: object = {}) {
  return { name: `${objective} ${randomUUID()}`, objective, schedule: { start: START }, ...over };
}

describe('Single creates', () => {
  it('make a manual campaign, ad group and ad, all of them paused', async () => {
    const traffic = await create('campaigns', campaign('TRAFFIC', { reason: 'try it' }));
    expect(traffic).toMatchObject({
      status: 201,
      body: { adopted: false, differences: [], object: { family: 'manual', status: 'DISABLE' } },
    });
    const group = await create('ad-groups', {
      campaignId: traffic.body.id,
      name: 'Group',
      optimizationGoal: 'CLICK',
      bid: { type: 'BID_TYPE_NO_BID' },
      budget: { mode: 'daily', amount: '20.00' },
      schedule: { start: START },
      targeting: { locationIds: ['6252001'] },
    });
    expect(group).toMatchObject({
      status: 201,
      body: { object: { status: 'DISABLE', campaignId: traffic.body.id, budget: { amount: '20.00' } } },
    });
    const [seeded] = await ads.list('ads', '&live=true');
    const { identity_id, video_id, image_ids } =
      seeded?.data ?? (await ads.read('ads', seeded?.id ?? '')).data;
    const ad = await create('ads', {
      adGroupId: group.body.id,
      name: 'Ad',
      identity: { type: 'CUSTOMIZED_USER', id: identity_id },
      creative: { videoId: video_id, coverImageId: (image_ids as string[])[0] },
      text: 'New drop',
      callToAction: 'SHOP_NOW',
      landingPageUrl: 'https://shop.example/spring',
    });
    expect(ad).toMatchObject({
      status: 201,
      body: { object: { status: 'DISABLE', campaignId: traffic.body.id } },
    });
    const [change] = await ads.changes(`&objectId=${traffic.body.id}`);
    expect(change).toMatchObject({ action: 'create', reason: 'try it', state: 'succeeded', differences: [] });
  });

  it('make an Upgraded Smart+ campaign and ad group', async () => {
    const budget = { mode: 'daily', amount: '50.00' };
    const created = await ads.api.provider<WrittenBody>('create-campaign', {
      accountId: ads.accountId,
      ...campaign('WEB_CONVERSIONS', { budget }),
    });
    expect(created).toMatchObject({
      status: 201,
      body: { object: { family: 'us_plus', status: 'DISABLE' } },
    });
    const group = await ads.api.provider<WrittenBody>('create-ad-group', {
      accountId: ads.accountId,
      campaignId: created.body.id,
      name: 'Group',
      optimizationGoal: 'CLICK',
      bid: { type: 'BID_TYPE_NO_BID' },
      schedule: { start: START },
      targeting: { locationIds: ['6252001'] },
    });
    expect(group).toMatchObject({
      status: 201,
      body: { object: { family: 'us_plus', budget: { mode: 'none' } } },
    });
  });

  it('adopt what a lost answer has made', async () => {
    const name = `Lost ${randomUUID()}`;
    await connector().sandbox.fault({
      match: 'POST /open_api/v1.3/campaign/create/',
      kind: 'lost_response',
      times: 1,
    });

    const lost = await create('campaigns', campaign('TRAFFIC', { name }));

    expect(lost).toMatchObject({ status: 503, body: { code: 'ad_outcome_unknown' } });
    await connector().hurry('ad-change');
    await expect(settled(name)).resolves.toMatchObject({ state: 'succeeded', adopted: true });
    expect(await ads.list('campaigns', `&live=true&text=${encodeURIComponent(name)}`)).toHaveLength(1);
  });

  it('refuse an unknown parent, a missing schedule and a budget above the limit', async () => {
    const group = {
      name: 'Group',
      optimizationGoal: 'CLICK',
      bid: { type: 'BID_TYPE_NO_BID' },
      targeting: { locationIds: ['6252001'] },
    };
    expect(await create('ad-groups', { ...group, campaignId: '1999999999999999999' })).toMatchObject({
      status: 404,
      body: { code: 'unknown_campaign' },
    });
    const [parent] = await ads.list('campaigns', '&live=true');
    const open = await create('ad-groups', { ...group, campaignId: parent?.id });
    expect(open).toMatchObject({ status: 400, body: { errors: [{ field: 'schedule' }] } });
    const headers = { 'content-type': 'application/json' };
    const policy = (maxDailySpend: object[]) =>
      ads.api.send('PUT', '/api/ads/policy', { body: JSON.stringify({ maxDailySpend }), headers });
    await policy([{ currency: 'USD', perAccount: '100.00' }]);
    const budget = { mode: 'daily', amount: '100.01' };
    expect(await create('campaigns', campaign('WEB_CONVERSIONS', { budget }))).toMatchObject({
      status: 409,
      body: { code: 'ad_policy_daily_spend' },
    });
    await policy([]);
  });

  it('show TikTok’s reason when it refuses', async () => {
    const { body: parent } = await create('campaigns', campaign('TRAFFIC'));
    const answer = await ads.api.post<ProblemBody>('/api/ads/ad-groups', {
      ...GROUP,
      accountId: ads.accountId,
      campaignId: parent.id,
      targeting: { locationIds: ['999'] },
    });

    expect(answer).toMatchObject({ status: 409, body: { code: '40002' } });
    expect(answer.body.detail).toContain('999');
  });
});

const GROUP = {
  name: 'Group',
  optimizationGoal: 'CLICK',
  bid: { type: 'BID_TYPE_NO_BID' },
  budget: { mode: 'daily', amount: '20.00' },
  schedule: { start: START },
  targeting: { locationIds: ['6252001'] },
};
const BUDGET = { mode: 'daily', amount: '50.00' };

describe('The rules of launches', () => {
  it.each([
    [{ budget: { mode: 'daily', amount: '49.99' } }, ['budget.amount budget_below_minimum']],
    [{ budget: { mode: 'daily', amount: '50.005' } }, ['budget.amount amount_too_precise']],
    [{ budget: BUDGET, budgetOptimization: false }, ['budget budget_on_both_levels']],
    [
      { name: 'Sale 🎉', appPromotionType: 'APP_INSTALL' },
      ['name name_has_emoji', 'appPromotionType app_option_not_for_objective'],
    ],
    [{ schedule: { start: '2020-01-01T00:00:00Z' } }, ['schedule.start start_too_early']],
  ])('refuse a campaign with %j before the call', async (over, expected) => {
    expect(await complaints('campaigns', campaign('WEB_CONVERSIONS', over))).toEqual(expected);
  });

  it('refuse decimals of yen', async () => {
    const [, yen] = ads.accountIds;
    const budget = { mode: 'daily', amount: '5000.50' };
    const body = { ...campaign('WEB_CONVERSIONS', { budget }), accountId: yen };

    expect(await complaints('campaigns', body)).toEqual(['budget.amount amount_too_precise']);
  });

  it('take what an ad group must fit from its campaign at TikTok', async () => {
    const { body: own } = await create('campaigns', campaign('TRAFFIC'));
    const { body: spread } = await create('campaigns', campaign('WEB_CONVERSIONS', { budget: BUDGET }));
    const lifetime = { mode: 'lifetime', amount: '100.00' };

    expect(await complaints('ad-groups', { ...GROUP, campaignId: own.id, budget: lifetime })).toEqual([
      'schedule.end lifetime_needs_end',
    ]);
    expect(await complaints('ad-groups', { ...GROUP, campaignId: own.id, budget: null })).toEqual([
      'budget ad_group_budget_missing',
    ]);
    expect(
      await complaints('ad-groups', { ...GROUP, campaignId: own.id, optimizationGoal: 'INSTALL' }),
    ).toEqual(['optimizationGoal goal_not_for_objective']);
    expect(await complaints('ad-groups', { ...GROUP, campaignId: spread.id })).toEqual([
      'budget ad_group_budget_not_allowed',
    ]);
  });

  it('compare an ad group with the others of its campaign', async () => {
    const { body: spread } = await create('campaigns', campaign('WEB_CONVERSIONS', { budget: BUDGET }));
    const inCampaign = { ...GROUP, budget: null, campaignId: spread.id };
    expect(await create('ad-groups', inCampaign)).toMatchObject({ status: 201 });
    expect(await create('ad-groups', { ...inCampaign, name: 'Second' })).toMatchObject({ status: 201 });

    expect(
      await complaints('ad-groups', { ...inCampaign, optimizationGoal: 'TRAFFIC_LANDING_PAGE_VIEW' }),
    ).toContain('optimizationGoal ad_groups_differ');
  });

  it('take what an ad must fit from its ad group at TikTok', async () => {
    const [group] = await ads.list('ad-groups', '&live=true');
    const [seeded] = await ads.list('ads', '&live=true');
    const { identity_id, video_id, image_ids } = (await ads.read('ads', seeded?.id ?? '')).data;
    const ad = {
      adGroupId: group?.id,
      name: 'Ad',
      identity: { type: 'CUSTOMIZED_USER', id: identity_id },
      creative: { videoId: video_id, coverImageId: (image_ids as string[])[0] },
      text: 'New drop',
      callToAction: 'SHOP_NOW',
    };

    expect(await complaints('ads', ad)).toEqual(['landingPageUrl destination_missing']);
    const url = 'https://shop.example/spring';
    expect(await complaints('ads', { ...ad, callToAction: null, landingPageUrl: url })).toEqual([
      'callToAction call_to_action_missing',
    ]);
    expect(await complaints('ads', { ...ad, landingPageUrl: url, text: null })).toEqual([
      'text text_missing',
    ]);
  });
});

/** @returns the complaints; no call to create anything may have left */
async function complaints(path: string, body: object): Promise<string[]> {
  const before = await creations();
  const answer = await ads.api.post<{ errors?: { field: string; rule: string }[] }>(`/api/ads/${path}`, {
    accountId: ads.accountId,
    ...body,
  });
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  expect(await creations()).toBe(before);
  return (answer.body.errors ?? []).map(({ field, rule }) => `${field} ${rule}`);
}

async function creations(): Promise<number> {
  const prefixes = ['', '/smart_plus'].flatMap((family) =>
    ['campaign', 'adgroup', 'ad'].map((level) => `POST /open_api/v1.3${family}/${level}/create/`),
  );
  const counts = await Promise.all(prefixes.map((path) => connector().sandbox.calls(path)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function settled(name: string) {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    await connector().hurry('ad-change');
    const changes = await ads.changes(`&accountId=${ads.accountId}`);
    const change = changes.find((one) => (one as unknown as { name: string }).name === name);
    if (change?.state === 'succeeded') return change;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the change did not settle');
}
