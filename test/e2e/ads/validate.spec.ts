import { beforeAll, describe, expect, it } from '@jest/globals';
import { useConnector } from '../../support/connector.js';
import type { ApiClient } from '../../support/api-client.js';
import { adTenant, endedCreative, uploadCreative } from '../../support/given/ad-tenant.js';
import { launchParts, type LaunchParts } from '../../support/given/launches.js';
import { clip } from '../../support/given/videos.js';

const connector = useConnector({
  webhooks: false,
  environment: {
    TIKTOK_BUSINESS_TIER: 'ultimate',
    // REACH has ended, and so has PRODUCT_SALES, which has an alternative.
    ADS_DRIVERS:
      'WEB_CONVERSIONS=us_plus,TRAFFIC=manual,VIDEO_VIEWS=manual,REACH=manual:2026-01-01,PRODUCT_SALES=manual:2026-01-01',
  },
  sandbox: { business: { appLevel: 'ultimate' } },
});
const DAY_MS = 86_400_000;

interface Complaint {
  field: string;
  rule: string;
  message: string;
  suggestion?: unknown;
}
interface Validation {
  driver: string | null;
  complaints: Complaint[];
  errors: number;
  unchecked: { field: string; reason: string }[];
  largestDailySpend: { amount: string | null; mean: string | null; currency: string | null; words: string };
}

/** What a body names of the ad account in dollars. */
let parts: LaunchParts = { accountId: '', identityId: '', pixelId: '', uploadId: '' };

function launch(accountId: string, change: object = {}) {
  return {
    accountId,
    name: 'Spring 2027',
    objective: 'WEB_CONVERSIONS',
    budget: { mode: 'daily', amount: '50.00' },
    schedule: { start: new Date(Date.now() + DAY_MS).toISOString(), end: null },
    adGroups: [adGroup()],
    ...change,
  };
}

function adGroup(change: object = {}) {
  return {
    name: 'US 25-34',
    optimizationGoal: 'CONVERT',
    pixelId: parts.pixelId,
    optimizationEvent: 'SHOPPING',
    bid: { type: 'BID_TYPE_NO_BID' },
    targeting: { locationIds: ['6252001'], ageGroups: ['AGE_25_34'], audienceIds: [] },
    ads: [ad()],
    ...change,
  };
}

function ad(change: object = {}) {
  return {
    name: 'A',
    identity: { type: 'TT_USER', id: parts.identityId },
    creative: { uploadId: parts.uploadId },
    text: 'New drop',
    callToAction: 'SHOP_NOW',
    landingPageUrl: 'https://shop.example/spring',
    ...change,
  };
}

const withAd = (accountId: string, change: object) =>
  launch(accountId, { adGroups: [adGroup({ ads: [ad(change)] })] });

describe('POST /api/ads/validate', () => {
  let api: ApiClient;
  let organisationId = '';
  let us = '';
  let japan = '';

  beforeAll(async () => {
    const tenant = await adTenant(connector());
    ({ api, organisationId } = tenant);
    const idOf = (currency: string) =>
      tenant.accounts.find((one) => one.currency === currency)?.advertiserId ?? '';
    [us, japan] = [idOf('USD'), idOf('JPY')];
    const { body } = await uploadCreative(api, 'videos', await clip(), { accountId: us });
    await endedCreative(connector(), api, body.id);
    parts = await launchParts({ ...tenant, accountId: us }, body.id);
  }, 60_000);

  async function validate(body: unknown): Promise<Validation> {
    const answer = await api.post<Validation>('/api/ads/validate', body);
    expect(answer.status).toBe(200);
    return answer.body;
  }

  it('has no complaints about a launch that is right, and says what it spends', async () => {
    const answer = await validate(launch(us));
    expect(answer).toMatchObject({ driver: 'us_plus', complaints: [], errors: 0, unchecked: [] });
    expect(answer.largestDailySpend).toMatchObject({ amount: '62.50', mean: '50.00', currency: 'USD' });
    expect(answer.largestDailySpend.words).toMatch(/At most 62\.50 USD on one day/);
  });

  it('lists all complaints at once', async () => {
    const broken = withAd(us, { text: undefined, callToAction: undefined });
    const { complaints, errors } = await validate({ ...broken, budget: { mode: 'daily', amount: '49.99' } });
    expect(errors).toBe(3);
    expect(complaints.map(({ field, rule }) => [field, rule])).toEqual([
      ['budget.amount', 'budget_below_minimum'],
      ['adGroups[0].ads[0].text', 'text_missing'],
      ['adGroups[0].ads[0].callToAction', 'call_to_action_missing'],
    ]);
  });

  it("checks the amounts in the currency of the account: no decimals in yen, and the yen's minimum", async () => {
    const { complaints, largestDailySpend } = await validate(
      launch(japan, { budget: { mode: 'daily', amount: '50.50' } }),
    );
    // The identity, the pixel and the upload are those of the other account.
    expect(complaints.slice(0, 2)).toEqual([
      expect.objectContaining({ field: 'budget.amount', rule: 'amount_too_precise', suggestion: '51' }),
      expect.objectContaining({ field: 'budget.amount', rule: 'budget_below_minimum', suggestion: '5000' }),
    ]);
    expect(complaints[1]?.message).toContain('5000 JPY');
    expect(largestDailySpend.currency).toBe('JPY');
    const enough = await validate(launch(japan, { budget: { mode: 'daily', amount: '5000' } }));
    expect(enough.complaints.filter(({ field }) => field.startsWith('budget'))).toEqual([]);
  });

  it('complains of a carousel without music, and of an identity that TikTok no longer accepts', async () => {
    const carousel = await validate(withAd(us, { creative: { imageIds: ['i'] } }));
    expect(carousel.complaints).toMatchObject([
      { field: 'adGroups[0].ads[0].creative.musicId', rule: 'music_missing' },
      { field: 'adGroups[0].ads[0].creative.imageIds', rule: 'image_unknown' },
    ]);
    const custom = await validate(withAd(us, { identity: { type: 'CUSTOMIZED_USER', id: 'i' } }));
    expect(custom.complaints).toMatchObject([
      { field: 'adGroups[0].ads[0].identity.type', rule: 'identity_not_accepted', suggestion: 'TT_USER' },
    ]);
  });

  it('complains of an objective whose create has ended, with the alternative', async () => {
    const answer = await validate(launch(us, { objective: 'PRODUCT_SALES' }));
    expect(answer.driver).toBeNull();
    expect(answer.complaints[0]).toMatchObject({
      field: 'objective',
      rule: 'objective_create_ended',
      suggestion: 'WEB_CONVERSIONS',
    });
    const reach = await validate(launch(us, { objective: 'REACH' }));
    expect(reach.complaints[0]?.message).toMatch(/since 2026-01-01 \(UTC\).*Ads Manager/);
  });

  it('complains once of an objective that the service never creates', async () => {
    const { driver, complaints } = await validate(launch(us, { objective: 'RF_REACH' }));
    expect(driver).toBeNull();
    expect(complaints.filter(({ field }) => field === 'objective')).toMatchObject([
      { rule: 'objective_not_supported', suggestion: 'REACH' },
    ]);
  });

  it('takes null for absent optional fields', async () => {
    const nulls = { budget: null, billingEvent: null, placements: null, schedule: null };
    expect((await validate(launch(us, { adGroups: [adGroup(nulls)] }))).errors).toBe(0);
  });

  it.each([
    ['accountId', '"accountId":"7400000000000000001"', '"accountId":7400000000000000001', /in quotes/],
    ['budget.amount', '"50.00"', '50', /amount as text/],
    ['schedule.start', '"start":"', '"start":"x', /time with a zone/],
    ['adGroups[0].targeting.locationIds', '"6252001"', '6252001', /in quotes/],
    ['adGroups[0].ads[0].headline', '"text":', '"headline":"x","text":', /not a field/],
    ['adGroups', '"adGroups":[', '"adGroups":"none","x":[', /array/],
  ])('answers 400 that names %s if %s becomes %s', async (field, right, wrong, message) => {
    const text = JSON.stringify(launch('7400000000000000001'));
    expect(text).toContain(right);
    const response = await fetch(`${connector().url}/api/ads/validate`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        orgid: organisationId,
        authorization: `Bearer ${connector().token(organisationId)}`,
      },
      body: text.replace(right, wrong),
    });
    expect(response.status).toBe(400);
    const problem = (await response.json()) as { errors: { field: string; message: string }[] };
    expect(problem.errors).toContainEqual(
      expect.objectContaining({ field, message: expect.stringMatching(message) }),
    );
  });

  it('answers 403 for an account of another organisation, and for one that does not exist', async () => {
    const other = connector().api();
    for (const [caller, accountId] of [
      [other, us],
      [api, '7999999999999999999'],
    ] as const) {
      const answer = await caller.post<{ code: string; detail: string }>(
        '/api/ads/validate',
        launch(accountId),
      );
      expect(answer.status).toBe(403);
      expect(answer.body.code).toBe('ad_account_not_connected');
      expect(answer.body.detail).toContain('GET /api/ads/accounts');
    }
  });
});
