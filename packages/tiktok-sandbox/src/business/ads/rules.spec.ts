import { describe, expect, it } from '@jest/globals';
import { minimumBudget } from './budget-rules.js';
import { textWidth } from './text-rules.js';

const DAY_MS = 86_400_000;

describe('minimumBudget', () => {
  it.each([
    ['campaign', 'USD', false, 50],
    ['campaign', 'USD', true, 10],
    ['campaign', 'PLN', false, 200],
    ['campaign', 'PHP', false, 2_500],
    ['adgroup', 'USD', false, 20],
    ['adgroup', 'JPY', false, 2_000],
    ['adgroup', 'KRW', false, 20_000],
    ['adgroup', 'IDR', true, 100_000],
    ['campaign', 'EGP', false, 500],
    ['campaign', 'UAH', false, 500],
    ['campaign', 'HUF', false, 50],
  ] as const)('%s in %s, shop: %s, is %d a day', (level, currency, isShop, least) => {
    expect(minimumBudget({ level, currency, isShop, mode: 'BUDGET_MODE_DAY', scheduledMs: null })).toBe(
      least,
    );
  });

  it('counts every scheduled day of a total budget, begun ones too', () => {
    const total = { level: 'adgroup', mode: 'BUDGET_MODE_TOTAL', currency: 'USD', isShop: false } as const;
    expect(minimumBudget({ ...total, scheduledMs: 2.5 * DAY_MS })).toBe(60);
  });
});

describe('textWidth', () => {
  it('counts CJK twice', () => {
    expect(textWidth('ab漢字ガ한')).toBe(10);
  });
});
