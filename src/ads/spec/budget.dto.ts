import { IsIn, IsOptional } from 'class-validator';
import { IsAmount } from './field-kinds.js';

export const BUDGET_MODES = ['daily', 'lifetime', 'none'] as const;
export type BudgetMode = (typeof BUDGET_MODES)[number];

const WIRE_MODES: Record<string, BudgetMode> = {
  BUDGET_MODE_DAY: 'daily',
  BUDGET_MODE_DYNAMIC_DAILY_BUDGET: 'daily',
  BUDGET_MODE_TOTAL: 'lifetime',
  BUDGET_MODE_INFINITE: 'none',
};

/** Reads TikTok's word. @returns undefined for one that we do not know */
export function budgetModeOf(wireMode: string | null): BudgetMode | undefined {
  return WIRE_MODES[wireMode ?? ''];
}

export class BudgetDto {
  /**
   * `daily`: the amount is for a day. `lifetime`: for the whole run, which then needs an end. `none`: no budget on this
   * level.
   */
  @IsIn(BUDGET_MODES)
  mode: BudgetMode;

  /**
   * In the currency of the ad account. Absent for the mode `none`.
   * @example "50.00"
   */
  @IsOptional()
  @IsAmount()
  amount?: string;
}
