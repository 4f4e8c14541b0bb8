import { describe, expect, it } from '@jest/globals';
import { DEFAULT_RULES } from './ad-policy.entity.js';
import { checkEdits } from './edit-checks.js';
import type { SpendEdit } from './spend-edit.js';
import type { SpendObject } from './spend-object.js';
import { campaign, group } from './testing/spend-objects.js';

const LIFETIME = {
  budgetMode: 'BUDGET_MODE_TOTAL',
  start: '2026-12-01 00:00:00',
  end: '2026-12-11 00:00:00',
};
const CEILING = { ...DEFAULT_RULES, autoBudgetIncreaseCeiling: { amount: '400.00', currency: 'USD' } };
const ON_GROUP = { level: 'ad_group' as const, id: '1' };
const ON_CAMPAIGN = { level: 'campaign' as const, id: 'c' };

function codeOf(objects: SpendObject[], edit: SpendEdit, rules = DEFAULT_RULES): string | undefined {
  try {
    checkEdits(rules, 'USD', objects, [edit]);
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('one edit of a schedule', () => {
  const objects = [campaign({ operationStatus: 'DISABLE' }), group('1', '1000', LIFETIME)];

  it('may shorten a lifetime budget by no more than the policy lets it rise', () => {
    expect(codeOf(objects, { ...ON_GROUP, end: '2026-12-08 00:00:00' })).toBeUndefined();
    expect(codeOf(objects, { ...ON_GROUP, end: '2026-12-07 00:00:00' })).toBe('ad_policy_increase');
    expect(codeOf(objects, { ...ON_GROUP, start: '2026-12-06 00:00:00' })).toBe('ad_policy_increase');
    expect(() => {
      checkEdits(DEFAULT_RULES, 'USD', objects, [{ ...ON_GROUP, end: '2026-12-03 00:00:00' }]);
    }).toThrow('here from 100.00 USD to 150.00 USD; with this schedule it is 500.00 USD.');
  });

  it('counts together with the budget', () => {
    const longer = { ...ON_GROUP, end: '2027-01-01 00:00:00' };
    expect(codeOf(objects, { ...longer, budget: '1500' })).toBeUndefined();
    expect(codeOf(objects, { ...longer, budget: '1501' })).toBe('ad_policy_increase');
    expect(codeOf(objects, { ...ON_GROUP, budget: '1400', end: '2026-12-08 00:00:00' })).toBe(
      'ad_policy_increase',
    );
  });

  it('shortens the lifetime budget that a campaign spreads', () => {
    const spread = campaign({ budgetMode: 'BUDGET_MODE_TOTAL', budget: '1000', budgetOptimized: true });
    const { start, end } = LIFETIME;
    const groups = ['1', '2'].map((id) => group(id, null, { budgetMode: null, start, end }));
    const edit = { ...ON_GROUP, end: '2026-12-03 00:00:00' };

    expect(codeOf([spread, ...groups], edit)).toBeUndefined();
    expect(codeOf([spread, ...groups.slice(0, 1)], edit)).toBe('ad_policy_increase');
  });

  it('is free for daily budgets', () => {
    expect(
      codeOf([campaign(), group('1', '50')], { ...ON_GROUP, end: '2026-12-02 00:00:00' }),
    ).toBeUndefined();
  });
});

describe('the automatic increase', () => {
  const spread = { budgetMode: 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET', budget: '60', budgetOptimized: true };

  it('needs a ceiling when it is turned on, and when what has it is enabled or gets a higher budget', () => {
    const paused = campaign({ ...spread, operationStatus: 'DISABLE' });
    const rising = { ...paused, rises: true };

    expect(codeOf([paused], { ...ON_CAMPAIGN, rises: true })).toBe('ad_policy_auto_increase');
    expect(codeOf([rising], { ...ON_CAMPAIGN, status: 'ENABLE' })).toBe('ad_policy_auto_increase');
    expect(codeOf([rising], { ...ON_CAMPAIGN, budget: '61' })).toBe('ad_policy_auto_increase');
    expect(codeOf([rising], { ...ON_CAMPAIGN, budget: '59' })).toBeUndefined();
    expect(codeOf([paused], { ...ON_CAMPAIGN, status: 'ENABLE' })).toBeUndefined();
  });

  it('must stay below the ceiling with the budget of the same edit, and of a later one', () => {
    const rising = campaign({ ...spread, rises: true });

    expect(codeOf([campaign(spread)], { ...ON_CAMPAIGN, rises: true }, CEILING)).toBeUndefined();
    expect(codeOf([campaign(spread)], { ...ON_CAMPAIGN, rises: true, budget: '65' }, CEILING)).toBe(
      'ad_policy_auto_increase',
    );
    expect(codeOf([rising], { ...ON_CAMPAIGN, budget: '64' }, CEILING)).toBeUndefined();
    expect(codeOf([rising], { ...ON_CAMPAIGN, budget: '65' }, CEILING)).toBe('ad_policy_auto_increase');
  });

  it('is refused for a budget that is not known', () => {
    const unknown = campaign({ ...spread, budget: null });
    expect(codeOf([unknown], { ...ON_CAMPAIGN, rises: true }, CEILING)).toBe('ad_policy_budget_unknown');
  });
});
