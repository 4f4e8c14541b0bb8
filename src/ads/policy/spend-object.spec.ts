import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WIRE_BODIES } from '../drivers/wire-bodies.js';
import { largestDailySpend } from '../rules/daily-spend.js';
import { sampleContext } from '../rules/testing/sample-context.js';
import { isBudgetOptimized } from '../spec/budget-optimization.js';
import type { AdGroupDto } from '../spec/ad-group.dto.js';
import type { BudgetDto } from '../spec/budget.dto.js';
import { toMicros } from '../spec/money.js';
import { spendOfObjects, type SpendObject } from './spend-object.js';
import { campaign, group, NOW } from './testing/spend-objects.js';

const DYNAMIC = 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET';
const LIFETIME = 'BUDGET_MODE_TOTAL';

const units = (objects: SpendObject[]) => Number(spendOfObjects(objects, NOW).most) / 1e6;

describe('spendOfObjects', () => {
  it('adds up the budgets of enabled ad groups', () => {
    const paused = group('3', '70', { operationStatus: 'DISABLE' });

    expect(units([campaign(), group('1', '20.50'), group('2', '30'), paused])).toBe(50.5);
  });

  it('counts 125 % of a dynamic daily budget, and of a mode that is not known', () => {
    expect(units([campaign(), group('1', '20', { budgetMode: DYNAMIC })])).toBe(25);
    expect(units([campaign(), group('1', '20', { budgetMode: null })])).toBe(25);
  });

  it('counts the campaign, and not its ad groups, if the budget is spread over them', () => {
    const optimized = campaign({ budgetMode: DYNAMIC, budget: '80', budgetOptimized: true });

    expect(units([optimized, group('1', null, { budgetMode: null })])).toBe(100);
    expect(units([optimized])).toBe(100);
  });

  it('takes the campaign’s budget as a ceiling of its ad groups', () => {
    const capped = campaign({ budgetMode: 'BUDGET_MODE_DAY', budget: '60' });

    expect(units([capped, group('1', '50'), group('2', '50')])).toBe(60);
    expect(units([capped, group('1', '50')])).toBe(50);
  });

  it('counts nothing of a paused campaign, of one whose ad groups are paused, and of what has ended', () => {
    expect(units([campaign({ operationStatus: 'DISABLE' }), group('1', '50')])).toBe(0);
    const optimized = campaign({ budgetMode: DYNAMIC, budget: '90', budgetOptimized: true });
    expect(units([optimized, group('1', null, { operationStatus: 'DISABLE' })])).toBe(0);
    expect(units([campaign(), group('1', '50', { end: '2026-12-01 07:59:59' })])).toBe(0);
    expect(units([campaign(), group('1', '50', { end: '2026-12-01 08:00:01' })])).toBe(50);
  });

  it('counts a lifetime budget as a whole, and its mean by its days', () => {
    const times = { start: '2026-12-01 10:00:00', end: '2026-12-04 09:00:00' };
    const lifetime = group('1', '100', { budgetMode: LIFETIME, ...times });

    expect(spendOfObjects([campaign(), lifetime], NOW)).toMatchObject({
      most: 100_000_000n,
      mean: 33_333_334n,
      unknown: [],
    });
  });

  it('multiplies a budget that TikTok may raise automatically', () => {
    const rising = campaign({ budgetMode: DYNAMIC, budget: '100', budgetOptimized: true, rises: true });

    expect(units([rising])).toBeCloseTo(100 * 1.2 ** 10 * 1.25, 4);
  });

  it('reports an unknown budget and never takes it as 0', () => {
    expect(spendOfObjects([campaign(), group('1', '20'), group('2', null)], NOW)).toMatchObject({
      most: 20_000_000n,
      unknown: ['Group 2'],
    });
    expect(spendOfObjects([campaign()], NOW).unknown).toEqual(['Campaign']);
  });

  it('counts nothing of a campaign without ad groups if none can be missing', () => {
    const running = [campaign({ id: 'other' }), group('1', '20', { campaignId: 'other' })];
    const empty = campaign({ groupsComplete: true });
    expect(spendOfObjects([empty, ...running], NOW)).toMatchObject({ most: 20_000_000n, unknown: [] });
    const spreads = campaign({ budgetOptimized: true, groupsComplete: true });
    expect(spendOfObjects([spreads], NOW)).toMatchObject({ most: 0n, unknown: [] });
    const withoutBudget = [empty, group('1', null)];
    expect(spendOfObjects(withoutBudget, NOW).unknown).toEqual(['Group 1']);
  });

  it('takes an unknown status as enabled', () => {
    expect(units([campaign({ operationStatus: null }), group('1', '20', { operationStatus: null })])).toBe(
      20,
    );
  });
});

describe('the spend of a launch', () => {
  const budgets = fc.record({
    mode: fc.constantFrom('daily', 'lifetime'),
    amount: fc.integer({ min: 20, max: 999 }),
  });
  const budget = budgets.map(({ mode, amount }) => ({
    mode: mode as 'daily' | 'lifetime',
    amount: String(amount),
  }));
  const schedule = { start: '2026-12-02T00:00:00Z', end: '2026-12-12T00:00:00Z' };
  const bodies = fc.record({
    objective: fc.constantFrom('TRAFFIC', 'REACH', 'WEB_CONVERSIONS'),
    budget: fc.option(budget, { nil: undefined }),
    budgetOptimization: fc.constantFrom(true, false, undefined),
    groups: fc.array(fc.option(budget, { nil: undefined }), { minLength: 1, maxLength: 3 }),
  });

  it('is what the policy counts once its objects exist', () => {
    fc.assert(
      fc.property(bodies, fc.constantFrom('manual' as const, 'us_plus' as const), (given, family) => {
        const { groups, budget: own, budgetOptimization, objective } = given;
        const body = {
          name: 'Campaign',
          objective,
          schedule,
          ...(own && { budget: own }),
          ...(budgetOptimization !== undefined && own && { budgetOptimization }),
          adGroups: groups.map(adGroup),
        };
        const { amount } = largestDailySpend(body, sampleContext(family));
        const optimized = isBudgetOptimized(body, body.adGroups);
        // Upgraded Smart+ has no ceiling over ad groups, and fewer objectives. The rules refuse both.
        const isSmart = objective === 'WEB_CONVERSIONS' && (own === undefined || optimized);
        fc.pre(amount !== null && (family === 'manual' || isSmart));
        const wire = WIRE_BODIES[family];
        const above = { campaignId: 'c', objective, budgetOptimized: optimized, schedule };
        const objects = [
          fromWire(wire.campaign(body, optimized), campaign({ budgetOptimized: optimized })),
          ...body.adGroups.map((one) => fromWire(wire.adGroup(one, above), group(one.name, null))),
        ];
        expect(spendOfObjects(objects, NOW).most).toBe(toMicros(amount ?? ''));
      }),
    );
  });
});

function adGroup(budget: BudgetDto | undefined, index: number): AdGroupDto {
  return {
    name: String(index),
    optimizationGoal: 'CLICK',
    bid: { type: 'BID_TYPE_NO_BID' },
    targeting: { locationIds: [] },
    ...(budget && { budget }),
  };
}

function fromWire(body: Record<string, unknown>, like: SpendObject): SpendObject {
  const text = (key: string) => (typeof body[key] === 'string' ? body[key] : null);
  return {
    ...like,
    budgetMode: text('budget_mode'),
    budget: typeof body.budget === 'number' ? String(body.budget) : null,
    start: text('schedule_start_time'),
    end: text('schedule_end_time'),
  };
}
