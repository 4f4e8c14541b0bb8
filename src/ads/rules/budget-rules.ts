import type { BudgetDto } from '../spec/budget.dto.js';
import { toMicros } from '../spec/money.js';
import { amountText, moneyText, unitOf } from './amounts.js';
import { precisionComplaints } from './amount-rules.js';
import { adGroupMinimum, budgetLimit, campaignMinimum } from './budget-minimums.js';
import { when, type Complaint } from './complaint.js';
import type { RuleContext } from './rule-context.js';
import { hasAmount } from '../spec/budget-optimization.js';
import type { CampaignRule, GroupRule } from './site.js';

/** Checks the campaign's budget against TikTok's limits. */
export const campaignBudgetRules: CampaignRule = ({ campaign, context }) =>
  campaign.budget
    ? limitComplaints(campaign.budget, 'budget', campaignMinimum(campaign, context), context)
    : [];

/** Checks an ad group's budget against TikTok's limits. */
export const adGroupBudgetRules: GroupRule = ({ campaign, group, at, schedule, context, optimized }) => {
  const { budget } = group;
  if (!budget || (optimized && hasAmount(budget))) return [];
  const minimum = adGroupMinimum(campaign, budget, schedule, context);
  return limitComplaints(budget, at('budget'), minimum, context);
};

function limitComplaints(
  { mode, amount }: BudgetDto,
  field: string,
  minimum: bigint | undefined,
  context: RuleContext,
): Complaint[] {
  const { currency } = context;
  const place = `${field}.amount`;
  const least = minimum === undefined ? undefined : amountText(minimum, currency);
  if (mode === 'none')
    return when(
      amount !== undefined,
      place,
      'budget_amount_not_allowed',
      'A budget of the mode none has no amount. Leave it out, or choose daily or lifetime.',
      null,
    );
  if (amount === undefined)
    return when(
      true,
      place,
      'budget_amount_missing',
      `A ${mode} budget needs an amount` + (least ? ` of at least ${least} ${currency}.` : '.'),
      least,
    );
  const micros = toMicros(amount) ?? 0n;
  const limit = budgetLimit(context);
  const most = limit === undefined ? undefined : limit - unitOf(currency);
  return [
    ...precisionComplaints(amount, place, currency),
    ...when(
      minimum !== undefined && micros < minimum,
      place,
      'budget_below_minimum',
      `TikTok's minimum for this ${mode} budget is ${moneyText(minimum ?? 0n, currency)}; ${amount} is less.`,
      least,
    ),
    ...when(
      most !== undefined && micros > most,
      place,
      'budget_above_maximum',
      `TikTok's maximum for a budget is ${moneyText(most ?? 0n, currency)}; ${amount} is more.`,
      amountText(most ?? 0n, currency),
    ),
  ];
}
