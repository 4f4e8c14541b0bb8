import { describe, expect, it } from '@jest/globals';
import { NO_SPEND, type DaySpend } from '../spec/day-spend.js';
import { DEFAULT_RULES } from './ad-policy.entity.js';
import { checkAutoIncrease, checkIncrease, dailySpendRefusal, type LimitScope } from './limits.js';

const LIMIT = { amount: '100.00', currency: 'USD' };
const spend = (units: number, unknown: string[] = []): DaySpend => ({
  ...NO_SPEND,
  most: BigInt(units) * 1_000_000n,
  unknown,
});
const refusal = (scope: LimitScope, before: DaySpend, after: DaySpend) =>
  dailySpendRefusal(scope, LIMIT, before, after);
const codeOf = (check: () => void): string | undefined => {
  try {
    check();
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('The daily limit', () => {
  it('allows exactly the limit, and refuses more', () => {
    expect(refusal('perAccount', spend(50), spend(100))).toBeUndefined();
    expect(refusal('perAccount', spend(50), spend(101))?.code).toBe('ad_policy_daily_spend');
    expect(refusal('total', spend(50), spend(101))?.code).toBe('ad_policy_total_daily_spend');
  });

  it('names the value, what it counts, the limit and who can change it', () => {
    expect(refusal('perAccount', spend(50), spend(120))?.message).toBe(
      'With this change this ad account could spend 120.00 USD on one day; the limit is 100.00 USD. On one day TikTok may ' +
        'spend 125 % of a daily budget and a lifetime budget as a whole, so they count with that. Lower a budget or pause ' +
        'something else. An admin can change the limit with PUT /api/ads/policy.',
    );
  });

  it('allows what does not raise the spend, even above the limit', () => {
    expect(refusal('perAccount', spend(300), spend(200))).toBeUndefined();
  });

  it('refuses what it cannot check', () => {
    expect(refusal('perAccount', spend(50), spend(60, ['Group 2']))?.code).toBe('ad_policy_spend_unknown');
  });
});

describe('The increase of one edit', () => {
  it('allows 50 % by default, and any decrease', () => {
    expect(codeOf(() => checkIncrease(DEFAULT_RULES, '100', { ...LIMIT, amount: '150.00' }))).toBeUndefined();
    expect(codeOf(() => checkIncrease(DEFAULT_RULES, '100', { ...LIMIT, amount: '1.00' }))).toBeUndefined();
  });

  it('refuses more, and an increase that cannot be computed', () => {
    expect(codeOf(() => checkIncrease(DEFAULT_RULES, '100', { ...LIMIT, amount: '150.01' }))).toBe(
      'ad_policy_increase',
    );
    expect(codeOf(() => checkIncrease(DEFAULT_RULES, null, LIMIT))).toBe('ad_policy_budget_unknown');
  });
});

describe('The automatic increase', () => {
  const rules = { ...DEFAULT_RULES, autoBudgetIncreaseCeiling: { amount: '400.00', currency: 'USD' } };

  it('is refused without a ceiling', () => {
    expect(codeOf(() => checkAutoIncrease(DEFAULT_RULES, LIMIT))).toBe('ad_policy_auto_increase');
  });

  it('must stay below the ceiling after ten increases of 20 %', () => {
    expect(codeOf(() => checkAutoIncrease(rules, { ...LIMIT, amount: '64.00' }))).toBeUndefined();
    expect(() => checkAutoIncrease(rules, LIMIT)).toThrow(
      'TikTok could raise this budget to 619.18 USD in a day',
    );
    expect(codeOf(() => checkAutoIncrease(rules, { amount: '1', currency: 'EUR' }))).toBe(
      'ad_policy_auto_increase',
    );
  });
});
