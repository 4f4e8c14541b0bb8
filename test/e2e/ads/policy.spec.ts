import { beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { AdsAccount, smartCampaign, WITH_ADS } from '../../support/given/ads-account.js';

const connector = useConnector(WITH_ADS);
const STATUS = 'POST /open_api/v1.3/smart_plus/campaign/status/update/';

let ads: AdsAccount;

beforeEach(async () => {
  ads = await AdsAccount.connect(connector());
});

async function setPolicy(body: object): Promise<void> {
  const answer = await ads.api.send('PUT', '/api/ads/policy', json(body));
  expect(answer.status).toBe(200);
}

function json(body: object) {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

function enable(ids: string[], caller = ads.api) {
  const body = { level: 'campaign', accountId: ads.accountId, ids, status: 'enable' };
  return caller.post<ProblemBody>('/api/ads/status', body);
}

function remove(ids: string[]) {
  const body = { level: 'campaign', accountId: ads.accountId, ids, status: 'delete' };
  return ads.api.post('/api/ads/status', body);
}

describe('PUT /api/ads/policy', () => {
  it('replaces the defaults', async () => {
    const { body } = await ads.api.get('/api/ads/policy');
    expect(body).toEqual({
      maxDailySpend: [],
      maxIncreasePercent: 50,
      requireApproval: false,
      autoBudgetIncreaseCeiling: null,
      updatedBy: null,
      updatedAt: null,
    });

    await setPolicy({ maxDailySpend: [{ currency: 'JPY', perAccount: '50000' }], requireApproval: true });

    expect((await ads.as('viewer').get('/api/ads/policy')).body).toMatchObject({
      maxDailySpend: [{ currency: 'JPY', perAccount: '50000', total: null }],
      maxIncreasePercent: 50,
      requireApproval: true,
      updatedBy: 'tester',
    });
  });

  it('is for admins, and names wrong fields', async () => {
    const editor = await ads.as('editor').send('PUT', '/api/ads/policy', json({}));
    const twice = [{ currency: 'USD' }, { currency: 'USD' }];
    const bad = { maxDailySpend: twice, maxIncreasePercent: -1 };
    const wrong = await ads.api.send<ProblemBody>('PUT', '/api/ads/policy', json(bad));
    const yen = { maxDailySpend: [{ currency: 'JPY', total: '100.50' }] };
    const fraction = await ads.api.send<ProblemBody>('PUT', '/api/ads/policy', json(yen));

    expect(editor.status).toBe(403);
    expect(wrong.body.errors?.map(({ field }) => field)).toEqual(['maxDailySpend', 'maxIncreasePercent']);
    expect(fraction.body.errors).toMatchObject([
      { field: 'maxDailySpend[0].total', message: 'must have whole units in JPY' },
    ]);
  });
});

describe('The daily limit', () => {
  it('refuses to enable what could spend more, and counts what already runs', async () => {
    // The four seeded ad groups may spend 240.00 USD; of the dynamic budget of 60.00 USD TikTok may spend 75.00 USD on one day.
    const id = await ads.atTikTok('us_plus', 'campaign', smartCampaign('One more', 60));
    await setPolicy({ maxDailySpend: [{ currency: 'USD', perAccount: '314.99' }] });

    expect(await enable([id])).toMatchObject({
      status: 409,
      body: {
        code: 'ad_policy_daily_spend',
        detail: expect.stringContaining('could spend 315.00 USD on one day'),
      },
    });
    expect((await ads.read('campaigns', id)).status).toBe('DISABLE');

    await setPolicy({ maxDailySpend: [{ currency: 'USD', perAccount: '315.00' }] });
    expect(await enable([id])).toMatchObject({ status: 200, body: { done: 1 } });
    await remove([id]);
  });

  it('lets one of two pass that are enabled at once and exceed it together', async () => {
    const names = ['Race A', 'Race B'];
    const ids = await Promise.all(
      names.map((name) => ads.atTikTok('us_plus', 'campaign', smartCampaign(name, 60))),
    );
    await setPolicy({ maxDailySpend: [{ currency: 'USD', perAccount: '340.00' }] });

    const answers = await Promise.all(ids.map((id) => enable([id])));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const states = await Promise.all(ids.map((id) => ads.read('campaigns', id)));
    expect(states.map(({ status }) => status).toSorted()).toEqual(['DISABLE', 'ENABLE']);
    expect(await connector().database.query('SELECT FROM ad_spend_reservations')).toEqual([]);
    await remove(ids);
  });

  it('counts what is on its way as spent until its outcome is known', async () => {
    const [lost, next] = await Promise.all(
      ['Lost', 'Next'].map((name) => ads.atTikTok('us_plus', 'campaign', smartCampaign(name, 60))),
    );
    await setPolicy({ maxDailySpend: [{ currency: 'USD', perAccount: '340.00' }] });
    await connector().sandbox.fault({ match: STATUS, kind: 'lost_response', times: 1 });
    await enable([lost ?? '']);

    expect(await enable([next ?? ''])).toMatchObject({ status: 503, body: { code: 'ad_policy_undecided' } });

    await eventually(async () => {
      await connector().hurry('ad-change');
      const [change] = await ads.changes(`&objectId=${lost}`);
      return change?.state === 'succeeded';
    }, 20_000);
    expect(await enable([next ?? ''])).toMatchObject({ status: 409 });
    await remove([lost ?? '', next ?? '']);
  }, 40_000);

  it('is kept by a budget and an enabling at once', async () => {
    const [running, paused] = await Promise.all(
      ['Running', 'Paused'].map((name) => ads.atTikTok('us_plus', 'campaign', smartCampaign(name, 60))),
    );
    await enable([running ?? '']);
    await setPolicy({ maxDailySpend: [{ currency: 'USD', perAccount: '400.00' }] });
    const body = { accountId: ads.accountId, budget: { amount: '90.00' } };

    const answers = await Promise.all([
      ads.api.send<ProblemBody>('PATCH', `/api/ads/campaigns/${running}`, json(body)),
      enable([paused ?? '']),
    ]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await remove([running ?? '', paused ?? '']);
  });

  it('counts nothing of an enabled campaign without ad groups, also of one that was enabled a moment ago', async () => {
    const empty = {
      objective_type: 'TRAFFIC',
      campaign_name: 'Without ad groups',
      budget_mode: 'BUDGET_MODE_INFINITE',
      operation_status: 'ENABLE',
    };
    const next = await ads.atTikTok('us_plus', 'campaign', smartCampaign('Beside it', 60));
    const made = [next];
    await setPolicy({ maxDailySpend: [{ currency: 'USD', perAccount: '400.00' }] });
    for (const request_id of ['901', '902']) {
      const name = { campaign_name: `Without ad groups ${request_id}`, request_id };
      const id = await ads.atTikTok('manual', 'campaign', { ...empty, ...name });
      made.push(id);
      // The copy of the campaign is younger than the last reading of its account.
      expect((await ads.read('campaigns', id)).status).toBe('ENABLE');
      expect(await enable([next])).toMatchObject({ status: 200, body: { done: 1 } });
      const body = { level: 'campaign', accountId: ads.accountId, ids: [next], status: 'pause' };
      expect(await ads.api.post('/api/ads/status', body)).toMatchObject({ status: 200 });
    }
    await remove(made);
  });

  it('never refuses a pause', async () => {
    await setPolicy({ maxDailySpend: [{ currency: 'USD', perAccount: '1.00', total: '1.00' }] });
    const [campaign] = await ads.list('campaigns', '&live=true');
    const ids = [campaign?.id ?? ''];

    const body = { level: 'campaign', accountId: ads.accountId, ids, status: 'pause' };
    expect(await ads.api.post('/api/ads/status', body)).toMatchObject({ status: 200, body: { done: 1 } });
    expect(await enable(ids)).toMatchObject({ status: 409 });
  });
});

describe('The second person', () => {
  it('is an admin for what is enabled directly', async () => {
    await setPolicy({ requireApproval: true });
    const id = await ads.atTikTok('us_plus', 'campaign', smartCampaign('For approval'));

    expect(await enable([id], ads.as('editor'))).toMatchObject({
      status: 403,
      body: { code: 'ad_policy_approval' },
    });
    expect(await enable([id])).toMatchObject({ status: 200 });
  });
});
