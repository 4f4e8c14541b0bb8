import { describe, expect, it } from '@jest/globals';
import type { BudgetMode } from '../spec/budget.dto.js';
import { toMicros } from '../spec/money.js';
import { budgetChangeComplaints } from './budget-change.js';
import { largestDailySpend } from './daily-spend.js';
import { sampleContext } from './testing/sample-context.js';
import { validate } from './validate.js';

const GROUP = {
  name: 'Group',
  optimizationGoal: 'CLICK',
  bid: { type: 'BID_TYPE_NO_BID' as const },
  targeting: { locationIds: ['6252001'] },
  ads: [
    {
      name: 'Ad',
      identity: { type: 'TT_USER' as const, id: 'i' },
      creative: { videoId: 'v', coverImageId: 'c' },
      text: 'New drop',
      callToAction: 'SHOP_NOW',
      landingPageUrl: 'https://shop.example/',
    },
  ],
};
const schedule = { start: '2026-12-02T00:00:00Z', end: '2026-12-12T00:00:00Z' };
const onCampaign = (mode: BudgetMode, amount: string, objective = 'TRAFFIC') => ({
  accountId: '7',
  name: 'Spring',
  objective,
  budget: { mode, amount },
  schedule,
  adGroups: [structuredClone(GROUP)],
});
const onGroup = (mode: BudgetMode, amount: string, objective = 'TRAFFIC') => ({
  ...onCampaign('none', '', objective),
  budget: { mode: 'none' as const },
  adGroups: [{ ...structuredClone(GROUP), budget: { mode, amount } }],
});

describe('budget minimum', () => {
  // Currency, campaign by day, ad group by day, ad group for ten days. Corrections §2b.
  it.each([
    ['USD', '50.00', '20.00', '200.00'],
    ['EUR', '50.00', '20.00', '200.00'],
    ['HUF', '50', '20', '200'],
    ['PLN', '200.00', '80.00', '800.00'],
    ['HKD', '500.00', '200.00', '2000.00'],
    ['TWD', '500', '200', '2000'],
    ['PHP', '2500.00', '1000.00', '10000.00'],
    ['JPY', '5000', '2000', '20000'],
    ['INR', '5000.00', '2000.00', '20000.00'],
    ['KRW', '50000', '20000', '200000'],
    ['CRC', '50000.00', '20000.00', '200000.00'],
    ['VND', '500000', '200000', '2000000'],
    ['VEF', '5000000.00', '2000000.00', '20000000.00'],
  ])('in %s is %s for a campaign, %s a day and %s in ten days for an ad group', (currency, ...amounts) => {
    const context = sampleContext('manual', currency);
    const [campaign, daily, lifetime] = amounts;
    for (const [least, body] of [
      [campaign, onCampaign('daily', '1')],
      [campaign, onCampaign('lifetime', '1')],
      [daily, onGroup('daily', '1')],
      [lifetime, onGroup('lifetime', '1')],
    ] as const) {
      const [complaint, ...others] = validate(body, context);
      expect(others).toEqual([]);
      expect(complaint).toMatchObject({ rule: 'budget_below_minimum', suggestion: least });
      expect(complaint?.message).toContain(`${least} ${currency}`);
    }
    expect(validate(onCampaign('daily', campaign ?? ''), context)).toEqual([]);
    expect(validate(onGroup('lifetime', lifetime ?? ''), context)).toEqual([]);
  });

  it('of an ad group of REACH follows ADS_VIEWS_AD_GROUP_MINIMUM', () => {
    const body = onGroup('daily', '49.99', 'REACH');
    const own = sampleContext('manual', 'USD', { ADS_VIEWS_AD_GROUP_MINIMUM: '50' });
    const rules = (context: typeof own) => validate(body, context).map(({ rule }) => rule);
    expect(rules(own)).toContain('budget_below_minimum');
    expect(rules(sampleContext('manual'))).not.toContain('budget_below_minimum');
  });

  it('is not checked while the currency is unknown', () => {
    expect(validate(onCampaign('daily', '1.5'), sampleContext('manual', null))).toEqual([]);
  });
});

describe('amount', () => {
  it.each([
    ['JPY', '5000.50', '5001'],
    ['JPY', '5000.00', undefined],
    ['USD', '50.005', '50.01'],
    ['USD', '50.5', undefined],
    ['KRW', '60000.1', '60001'],
  ])('in %s: %s becomes %s', (currency, amount, expected) => {
    const [complaint] = validate(onCampaign('daily', amount), sampleContext('manual', currency));
    expect(complaint?.suggestion).toBe(expected);
    if (expected) expect(complaint).toMatchObject({ field: 'budget.amount', rule: 'amount_too_precise' });
  });
});

const change = (amount: string, spentSoFar: string | null, currency = 'USD') =>
  budgetChangeComplaints({ field: 'budget', budget: { mode: 'daily', amount }, spentSoFar, currency });

describe('budget change', () => {
  it.each([
    ['104.99', '100.00', 'USD', '105.00'],
    ['5000', '4999', 'JPY', '5249'],
    ['35.04', '33.37', 'USD', undefined],
    ['35.03', '33.37', 'USD', '35.04'],
    ['105.00', '100.00', 'USD', undefined],
  ])('to %s with %s %s spent passes with %s', (amount, spent, currency, expected) => {
    const [complaint] = change(amount, spent, currency);
    expect(complaint?.suggestion).toBe(expected);
    if (expected) expect(change(expected, spent, currency)).toEqual([]);
  });

  it('is not checked if what is spent is unknown', () => expect(change('1', null)).toEqual([]));

  it('is refused on an ad group whose campaign has the budget', () => {
    const budget = { mode: 'daily' as const, amount: '50' };
    const complaints = budgetChangeComplaints({
      field: 'budget',
      budget,
      spentSoFar: null,
      currency: 'USD',
      optimizedAdGroup: true,
    });
    expect(complaints).toMatchObject([{ rule: 'ad_group_budget_not_allowed' }]);
  });
});

describe('largestDailySpend', () => {
  const usd = sampleContext('manual');

  it('counts the 25 % by which a dynamic daily budget may be exceeded', () => {
    const spend = largestDailySpend(onCampaign('daily', '50.00'), usd);
    expect(spend).toMatchObject({ amount: '62.50', mean: '50.00', currency: 'USD' });
    expect(spend.words).toMatch(/^At most 62\.50 USD on one day, and 50\.00 USD a day on average/);
  });

  it('keeps to the daily budget of objectives without a dynamic one', () => {
    const spend = largestDailySpend(onGroup('daily', '50.00', 'REACH'), usd);
    expect(spend).toMatchObject({ amount: '50.00', words: 'At most 50.00 USD on one day.' });
  });

  it('counts the whole of a lifetime budget, and its mean', () => {
    const spend = largestDailySpend(onCampaign('lifetime', '300.00'), usd);
    expect(spend).toMatchObject({ amount: '300.00', mean: '30.00' });
  });

  it('adds up the ad groups exactly, below the ceiling of the campaign', () => {
    const body = onGroup('daily', '20.10');
    body.adGroups.push(...body.adGroups, ...body.adGroups);
    expect(largestDailySpend(body, usd)).toMatchObject({ amount: '75.38', mean: '60.30' });
    const ceiling = { ...body, budget: { mode: 'daily' as const, amount: '50.00' } };
    expect(largestDailySpend(ceiling, usd)).toMatchObject({ amount: '50.00', mean: '50.00' });
  });

  it('is unknown while a budget is missing', () => {
    const body = { ...onGroup('daily', '20'), budget: undefined };
    body.adGroups.push({ ...structuredClone(GROUP) } as never);
    expect(largestDailySpend(body, usd)).toMatchObject({ amount: null, currency: 'USD' });
  });

  it('never has more decimals than the currency', () => {
    const spend = largestDailySpend(onCampaign('daily', '5001'), sampleContext('manual', 'JPY'));
    expect(spend.amount).toBe('6252');
    expect(toMicros(spend.amount ?? '')).toBe(6_252_000_000n);
  });
});
