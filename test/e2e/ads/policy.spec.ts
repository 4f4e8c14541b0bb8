import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { AdsAccount, smartCampaign, WITH_ADS } from '../../support/given/ads-account.js';

const connector = useConnector(WITH_ADS);

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
    // The four seeded ad groups may spend 240.00 USD.
    const id = await ads.atTikTok('us_plus', 'campaign', smartCampaign('One more', 60));
    await setPolicy({ maxDailySpend: [{ currency: 'USD', perAccount: '299.99' }] });

    expect(await enable([id])).toMatchObject({
      status: 409,
      body: {
        code: 'ad_policy_daily_spend',
        detail: expect.stringContaining('could spend 300.00 USD a day'),
      },
    });
    expect((await ads.read('campaigns', id)).status).toBe('DISABLE');

    await setPolicy({ maxDailySpend: [{ currency: 'USD', perAccount: '300.00' }] });
    expect(await enable([id])).toMatchObject({ status: 200, body: { done: 1 } });
    await ads.api.post('/api/ads/status', {
      level: 'campaign',
      accountId: ads.accountId,
      ids: [id],
      status: 'delete',
    });
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
