import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dailySpendOf } from './daily-spend.js';
import { afterChange, type SpendObject } from './spend-object.js';

const DAILY = 'BUDGET_MODE_DAY';
const DYNAMIC = 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET';
const LIFETIME = 'BUDGET_MODE_TOTAL';
const NONE = 'BUDGET_MODE_INFINITE';

function campaign(over: Partial<SpendObject> = {}): SpendObject {
  return {
    level: 'campaign',
    id: 'c',
    name: 'Campaign',
    campaignId: null,
    operationStatus: 'ENABLE',
    budgetMode: NONE,
    budget: null,
    budgetOptimized: false,
    start: null,
    end: null,
    ...over,
  };
}

function group(id: string, budget: string | null, over: Partial<SpendObject> = {}): SpendObject {
  const name = `Group ${id}`;
  return { ...campaign(), level: 'ad_group', id, name, campaignId: 'c', budgetMode: DAILY, budget, ...over };
}

const units = (objects: SpendObject[]) => Number(dailySpendOf(objects).micros) / 1e6;

describe('dailySpendOf', () => {
  it('adds up the budgets of enabled ad groups', () => {
    const paused = group('3', '70', { operationStatus: 'DISABLE' });

    expect(units([campaign(), group('1', '20.50'), group('2', '30'), paused])).toBe(50.5);
  });

  it('counts the campaign, and not its ad groups, if the budget is spread over them', () => {
    const optimized = campaign({ budgetMode: DYNAMIC, budget: '90', budgetOptimized: true });

    expect(units([optimized, group('1', null, { budgetMode: null })])).toBe(90);
    expect(units([optimized])).toBe(90);
  });

  it('takes the campaign’s budget as a ceiling of its ad groups', () => {
    const capped = campaign({ budgetMode: DAILY, budget: '60' });

    expect(units([capped, group('1', '50'), group('2', '50')])).toBe(60);
    expect(units([capped, group('1', '50')])).toBe(50);
  });

  it('counts nothing of a paused campaign, nor of one whose ad groups are all paused', () => {
    expect(units([campaign({ operationStatus: 'DISABLE' }), group('1', '50')])).toBe(0);
    const optimized = campaign({ budgetMode: DYNAMIC, budget: '90', budgetOptimized: true });
    expect(units([optimized, group('1', null, { operationStatus: 'DISABLE' })])).toBe(0);
  });

  it('spreads a lifetime budget over its days, rounded up', () => {
    const start = new Date('2026-12-01T10:00:00Z');
    const end = new Date('2026-12-04T09:00:00Z');

    expect(units([campaign(), group('1', '100', { budgetMode: LIFETIME, start, end })])).toBe(33.333334);
  });

  it('reports an unknown budget and never takes it as 0', () => {
    expect(dailySpendOf([campaign(), group('1', '20'), group('2', null)])).toEqual({
      micros: 20_000_000n,
      unknown: ['Group 2'],
    });
    expect(dailySpendOf([campaign()]).unknown).toEqual(['Campaign']);
    const endless = group('1', '100', { budgetMode: LIFETIME });
    expect(dailySpendOf([campaign(), endless]).unknown).toEqual(['Group 1']);
  });

  it('takes an unknown status as enabled', () => {
    expect(units([campaign({ operationStatus: null }), group('1', '20', { operationStatus: null })])).toBe(
      20,
    );
  });

  it('never falls when something is enabled', () => {
    const status = fc.constantFrom('ENABLE' as const, 'DISABLE' as const);
    const budgets = fc.array(fc.record({ budget: fc.integer({ min: 1, max: 999 }), status }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(budgets, status, fc.nat(), (rows, campaignStatus, pick) => {
        const groups = rows.map((row, index) =>
          group(String(index), String(row.budget), { operationStatus: row.status }),
        );
        const objects = [campaign({ operationStatus: campaignStatus }), ...groups];
        const enabled = afterChange(objects, { enable: [objects[pick % objects.length] as SpendObject] });
        expect(dailySpendOf(enabled).micros >= dailySpendOf(objects).micros).toBe(true);
      }),
    );
  });
});
