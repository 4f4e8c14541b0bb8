import { DEFAULT_RULES, type AdPolicy } from '../ad-policy.entity.js';

export class SpendLimitView {
  currency: string;

  /** Null: no limit. */
  perAccount: string | null;

  /** Null: no limit. */
  total: string | null;
}

export class MoneyView {
  amount: string;

  currency: string;
}

export class PolicyView {
  /** Empty: no limit. */
  maxDailySpend: SpendLimitView[];

  /** @asType integer */
  maxIncreasePercent: number;

  requireApproval: boolean;

  /** Null: TikTok may not raise budgets automatically. */
  autoBudgetIncreaseCeiling: MoneyView | null;

  /** Null: these are the defaults. */
  updatedBy: string | null;

  updatedAt: Date | null;
}

export function toPolicyView(policy: AdPolicy | null): PolicyView {
  if (!policy) return { ...DEFAULT_RULES, updatedBy: null, updatedAt: null };
  const { maxDailySpend, maxIncreasePercent, requireApproval, autoBudgetIncreaseCeiling } = policy;
  const { updatedBy, updatedAt } = policy;
  return {
    maxDailySpend,
    maxIncreasePercent,
    requireApproval,
    autoBudgetIncreaseCeiling,
    updatedBy,
    updatedAt,
  };
}
