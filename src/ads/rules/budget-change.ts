import type { BudgetDto } from '../spec/budget.dto.js';
import { toMicros } from '../spec/money.js';
import { amountText, moneyText, roundUp } from './amounts.js';
import { when, type Complaint } from './complaint.js';

/** A new budget of an object that has spent already. */
export interface BudgetChange {
  /** Of the request, e.g. `budget`. */
  field: string;
  budget: BudgetDto;
  /** What the object has spent under its present budget; null: unknown, and not checked. */
  spentSoFar: string | null;
  currency: string | null;
  /** An ad group whose campaign's budget TikTok spreads. */
  optimizedAdGroup?: boolean;
}

/** Checks a change of a budget: TikTok wants at least 105 % of what is spent, and no change where the campaign's counts. */
export function budgetChangeComplaints(change: BudgetChange): Complaint[] {
  const { field, budget, spentSoFar, currency, optimizedAdGroup } = change;
  const spent = spentSoFar === null ? undefined : toMicros(spentSoFar);
  const least = spent === undefined ? undefined : roundUp((spent * 105n + 99n) / 100n, currency);
  const amount = toMicros(budget.amount ?? '');
  return [
    ...when(
      optimizedAdGroup,
      field,
      'ad_group_budget_not_allowed',
      'The budget of the campaign is spread over its ad groups. Change that of the campaign.',
      null,
    ),
    ...when(
      least !== undefined && amount !== undefined && amount < least,
      `${field}.amount`,
      'budget_below_spent',
      `${moneyText(spent ?? 0n, currency)} is spent already, and TikTok wants at least 105 % of it: ` +
        `${moneyText(least ?? 0n, currency)}. To spend less, pause it instead.`,
      amountText(least ?? 0n, currency),
    ),
  ];
}
