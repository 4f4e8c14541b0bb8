import type { AdLevel, OperationStatus } from '../../tiktok/index.js';

/** What a campaign or ad group contributes to the spend of a day. */
export interface SpendObject {
  level: AdLevel;
  id: string;
  name: string | null;
  /** Of an ad group. */
  campaignId: string | null;
  operationStatus: OperationStatus | null;
  budgetMode: string | null;
  /** A decimal. */
  budget: string | null;
  /** True if TikTok spreads the campaign's budget over its ad groups. */
  budgetOptimized: boolean | null;
  start: Date | null;
  end: Date | null;
}

/** A change that is about to be made. */
export interface PlannedChange {
  /** What becomes enabled. */
  enable?: readonly { level: AdLevel; id: string }[];
  /** A budget that gets another amount. */
  budget?: { level: AdLevel; id: string; amount: string };
}

/** Returns the objects as they are after the change. */
export function afterChange(objects: readonly SpendObject[], change: PlannedChange): SpendObject[] {
  const { enable = [], budget } = change;
  return objects.map((object) => ({
    ...object,
    ...(enable.some((one) => isSame(one, object)) && { operationStatus: 'ENABLE' as const }),
    ...(budget && isSame(budget, object) && { budget: budget.amount }),
  }));
}

function isSame(a: { level: AdLevel; id: string }, b: { level: AdLevel; id: string }): boolean {
  return a.level === b.level && a.id === b.id;
}
