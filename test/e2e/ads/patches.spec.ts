import { beforeAll, describe, expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';
import { AdsAccount, smartCampaign, WITH_ADS, type AdObjectBody } from '../../support/given/ads-account.js';

const connector = useConnector({
  ...WITH_ADS,
  sandbox: { business: { ...WITH_ADS.sandbox?.business, customIdentity: 'anywhere' } },
});

interface WrittenBody {
  code?: string;
  changeId: string;
  differences: { field: string }[];
  object: AdObjectBody;
}

let ads: AdsAccount;

beforeAll(async () => {
  ads = await AdsAccount.connect(connector());
});

function change(path: string, id: string, body: object) {
  return ads.api.send<WrittenBody>('PATCH', `/api/ads/${path}/${id}`, {
    body: JSON.stringify({ accountId: ads.accountId, ...body }),
    headers: { 'content-type': 'application/json' },
  });
}

async function setPolicy(body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  expect(await ads.api.send('PUT', '/api/ads/policy', { body: JSON.stringify(body), headers })).toMatchObject(
    {
      status: 200,
    },
  );
}

const NOW = Date.now();
const inDays = (days: number) => new Date(NOW + days * 86_400_000).toISOString();

/** Creates an ad group of 400 USD for as many days. */
async function lifetimeGroup(days: number): Promise<{ id: string }> {
  const { accountId, api } = ads;
  const schedule = { start: inDays(0), end: inDays(days) };
  const campaign = { accountId, name: `Lifetime ${NOW}`, objective: 'TRAFFIC', schedule };
  const { body } = await api.post<{ id: string }>('/api/ads/campaigns', campaign);
  const group = {
    accountId,
    campaignId: body.id,
    name: 'Lifetime',
    optimizationGoal: 'CLICK',
    bid: { type: 'BID_TYPE_NO_BID' },
    budget: { mode: 'lifetime', amount: '400.00' },
    schedule,
    targeting: { locationIds: ['6252001'] },
  };
  return (await api.post<{ id: string }>('/api/ads/ad-groups', group)).body;
}

async function first(path: string): Promise<AdObjectBody> {
  const [listed] = await ads.list(path, '&live=true');
  return await ads.read(path, listed?.id ?? '');
}

describe('PATCH of an Upgraded Smart+ campaign', () => {
  it('changes name and budget, and keeps before and after', async () => {
    const id = await ads.atTikTok('us_plus', 'campaign', smartCampaign('Old name', 60));

    const { status, body } = await change('campaigns', id, {
      name: 'New name',
      budget: { amount: '75.50' },
      reason: 'it sells well',
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      differences: [],
      object: { name: 'New name', budget: { amount: '75.50' } },
    });
    const [entry] = await ads.changes(`&objectId=${id}`);
    expect(entry).toMatchObject({
      action: 'update',
      reason: 'it sells well',
      before: { campaign_name: 'Old name', budget: 60 },
      after: { campaign_name: 'New name', budget: 75.5 },
    });
  });

  it('refuses more than 50 % at once, and an automatic increase without a ceiling', async () => {
    const id = await ads.atTikTok('us_plus', 'campaign', smartCampaign('Careful', 60));

    expect(await change('campaigns', id, { budget: { amount: '90.01' } })).toMatchObject({
      status: 409,
      body: { code: 'ad_policy_increase' },
    });
    expect(await change('campaigns', id, { autoBudgetIncrease: true })).toMatchObject({
      status: 409,
      body: { code: 'ad_policy_auto_increase' },
    });
    expect(await change('campaigns', id, {})).toMatchObject({
      status: 400,
      body: { code: 'nothing_to_change' },
    });
    expect((await ads.read('campaigns', id)).budget?.amount).toBe('60.00');
  });

  it('refuses a higher budget that TikTok may raise beyond the ceiling', async () => {
    const rising = { ...smartCampaign('Rising', 60), budget_auto_adjust_strategy: 'AUTO_BUDGET_INCREASE' };
    const id = await ads.atTikTok('us_plus', 'campaign', rising);

    expect(await change('campaigns', id, { budget: { amount: '61.00' } })).toMatchObject({
      status: 409,
      body: { code: 'ad_policy_auto_increase' },
    });
    await setPolicy({ autoBudgetIncreaseCeiling: { amount: '400.00', currency: 'USD' } });
    expect(await change('campaigns', id, { budget: { amount: '65.00' } })).toMatchObject({
      status: 409,
      body: { code: 'ad_policy_auto_increase' },
    });
    expect(await change('campaigns', id, { budget: { amount: '64.00' } })).toMatchObject({ status: 200 });
    await setPolicy({});
  });

  it('sends nothing if the campaign is no longer what the caller has read', async () => {
    const id = await ads.atTikTok('us_plus', 'campaign', smartCampaign('Versioned', 60));
    const { version } = await ads.read('campaigns', id);
    const budget = (amount: string) =>
      change('campaigns', id, { budget: { amount }, expectedVersion: version });

    const answers = await Promise.all([budget('70.00'), budget('65.00')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe('ad_object_changed');
    expect(await ads.changes(`&objectId=${id}`)).toHaveLength(1);

    const read = await ads.read('campaigns', id);
    expect(read.version).not.toBe(version);
    await ads.changeAtTikTok('us_plus', 'campaign', { campaign_id: id, campaign_name: 'Renamed there' });
    const late = { name: 'Renamed here', expectedVersion: read.version };
    expect(await change('campaigns', id, late)).toMatchObject({ status: 409 });
    const { version: now } = await ads.read('campaigns', id);
    expect(await change('campaigns', id, { ...late, expectedVersion: now })).toMatchObject({ status: 200 });
  });

  it('settles a lost answer by reading the campaign back', async () => {
    const id = await ads.atTikTok('us_plus', 'campaign', smartCampaign('Lost update', 60));
    await connector().sandbox.fault({
      match: 'POST /open_api/v1.3/smart_plus/campaign/update/',
      kind: 'lost_response',
      times: 1,
    });

    const answer = await change('campaigns', id, { budget: { amount: '70.00' } });

    expect(answer).toMatchObject({ status: 503, body: { code: 'ad_outcome_unknown' } });
    expect((await ads.read('campaigns', id)).budget?.amount).toBe('70.00');
    await settles(id);
  });
});

describe('PATCH of a manual ad group', () => {
  it('keeps what it does not name', async () => {
    const before = await first('ad-groups');
    const { data: kept } = before;

    const { status, body } = await change('ad-groups', before.id, {
      budget: { amount: '80.00' },
      targeting: { ageGroups: ['AGE_25_34'] },
    });

    expect([status, body.differences]).toEqual([200, []]);
    expect(body.object.budget?.amount).toBe('80.00');
    const { modify_time: _, ...after } = body.object.data;
    const { modify_time: __, ...rest } = kept;
    expect(after).toEqual({ ...rest, budget: 80, age_groups: ['AGE_25_34'] });
  });

  it('refuses to shorten a lifetime budget beyond what one edit may raise', async () => {
    const { id } = await lifetimeGroup(10);

    expect(await change('ad-groups', id, { schedule: { end: inDays(6) } })).toMatchObject({
      status: 409,
      body: { code: 'ad_policy_increase', detail: expect.stringContaining('40.00 USD') },
    });
    expect(await change('ad-groups', id, { schedule: { end: inDays(8) } })).toMatchObject({ status: 200 });
  });

  it('shows TikTok’s answer to a budget that it refuses', async () => {
    const { id } = await first('ad-groups');
    const match = 'POST /open_api/v1.3/adgroup/update/';
    await connector().sandbox.fault({ match, kind: 'error_code', code: '40002', times: 1 });

    expect(await change('ad-groups', id, { budget: { amount: '90.00' } })).toMatchObject({
      status: 409,
      body: { code: '40002' },
    });
  });

  it('refuses a bid where there is none', async () => {
    const { id } = await first('ad-groups');

    expect(await change('ad-groups', id, { bid: { amount: '1.00' } })).toMatchObject({
      status: 409,
      body: { code: 'ad_group_without_bid' },
    });
  });
});

describe('PATCH of a manual ad', () => {
  it('changes the text and keeps the rest', async () => {
    const before = await first('ads');

    const { status, body } = await change('ads', before.id, { text: 'Back in stock' });

    expect([status, body.differences]).toEqual([200, []]);
    const { landing_page_url, video_id, call_to_action } = before.data;
    expect(body.object.data).toMatchObject({
      ad_text: 'Back in stock',
      landing_page_url,
      video_id,
      call_to_action,
    });
  });

  it('is refused for a deleted one', async () => {
    const { id } = await first('ads');
    const body = { level: 'ad', accountId: ads.accountId, ids: [id], status: 'delete' };
    await ads.api.post('/api/ads/status', body);

    expect(await change('ads', id, { text: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'ad_object_deleted' },
    });
  });
});

async function settles(objectId: string): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    await connector().hurry('ad-change');
    const [entry] = await ads.changes(`&objectId=${objectId}`);
    if (entry?.state === 'succeeded') return expect(entry.adopted).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the change did not settle');
}
