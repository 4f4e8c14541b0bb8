import type { SpendObject } from '../spend-object.js';

export const NOW = new Date('2026-12-01T08:00:00Z');

/** An enabled campaign without a budget of its own. */
export function campaign(over: Partial<SpendObject> = {}): SpendObject {
  return {
    accountId: '7',
    level: 'campaign',
    id: 'c',
    name: 'Campaign',
    campaignId: null,
    operationStatus: 'ENABLE',
    budgetMode: 'BUDGET_MODE_INFINITE',
    budget: null,
    budgetOptimized: false,
    rises: false,
    start: null,
    end: null,
    asOf: NOW,
    ...over,
  };
}

/** An enabled ad group with a daily budget that TikTok keeps on every day. */
export function group(id: string, budget: string | null, over: Partial<SpendObject> = {}): SpendObject {
  const of = { level: 'ad_group' as const, id, name: `Group ${id}`, campaignId: 'c' };
  return campaign({ ...of, budgetMode: 'BUDGET_MODE_DAY', budget, ...over });
}
