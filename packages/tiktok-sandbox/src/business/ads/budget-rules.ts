import { currencyDecimals, currencyRatio } from '../advertisers/currencies.js';
import { invalidParam } from '../wire/business-error.js';

/** Minimums and the common maximum in USD. Source: business reference §3, "Budget minimums". */
const CAMPAIGN_DAILY = 50;
const ADGROUP_DAILY = 20;
const SHOP_DAILY = 10;
const TOO_MUCH = 10_000_000;

const DAY_MS = 86_400_000;

export interface BudgetCase {
  readonly level: 'campaign' | 'adgroup';
  readonly mode: string;
  readonly currency: string;
  /** Products from a store or showcase have a lower minimum. */
  readonly isShop: boolean;
  /** For BUDGET_MODE_TOTAL of an ad group: how long it runs; null when that does not count. */
  readonly scheduledMs: number | null;
}

/** The minimum budget, in the currency's units. */
export function minimumBudget({ level, mode, currency, isShop, scheduledMs }: BudgetCase): number {
  const daily = isShop ? SHOP_DAILY : level === 'campaign' ? CAMPAIGN_DAILY : ADGROUP_DAILY;
  const days = mode === 'BUDGET_MODE_TOTAL' && scheduledMs !== null ? Math.ceil(scheduledMs / DAY_MS) : 1;
  return daily * Math.max(1, days) * currencyRatio(currency);
}

/** @throws BusinessError 40002 */
export function checkBudget(budget: number, budgetCase: BudgetCase): void {
  const { currency } = budgetCase;
  const least = minimumBudget(budgetCase);
  if (budget < least)
    throw invalidParam(`budget: The budget is too low. The minimum budget is ${least} ${currency}.`);
  if (budget >= TOO_MUCH * currencyRatio(currency)) throw invalidParam('budget: The budget is too high.');
  const scaled = budget * 10 ** currencyDecimals(currency);
  if (Math.abs(scaled - Math.round(scaled)) > 1e-6)
    throw invalidParam(`budget: ${currency} amounts have at most ${currencyDecimals(currency)} decimals.`);
}

/** A budget may not fall below what has been spent. @throws BusinessError 40002 */
export function checkAboveSpent(budget: number, spent: number): void {
  const least = spent * 1.05;
  if (budget < least)
    throw invalidParam(`budget: Must be at least 105% of what was spent (${least.toFixed(2)}).`);
}
