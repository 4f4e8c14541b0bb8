import { ConflictError, firstOf } from '../../common/index.js';
import { moneyText, roundUp } from '../rules/amounts.js';
import { raisedBudget, type DaySpend } from '../spec/day-spend.js';
import { toMicros, type Money } from '../spec/money.js';
import type { PolicyRules, SpendLimit } from './ad-policy.entity.js';

const WHO = 'An admin can change the limit with PUT /api/ads/policy.';
const WHY =
  'On one day TikTok may spend 125 % of a daily budget and a lifetime budget as a whole, so they count with that.';
const SHOWN_NAMES = 5;

export type LimitScope = 'perAccount' | 'total';

const SCOPES: Record<LimitScope, { code: string; who: string }> = {
  perAccount: { code: 'ad_policy_daily_spend', who: 'this ad account' },
  total: { code: 'ad_policy_total_daily_spend', who: "the organisation's ad accounts together" },
};

export function limitFor(rules: PolicyRules, currency: string): SpendLimit | undefined {
  return rules.maxDailySpend.find((one) => one.currency === currency);
}

/** A change that does not raise the spend is always allowed. @returns why it is refused */
export function dailySpendRefusal(
  scope: LimitScope,
  limit: Money,
  before: DaySpend,
  after: DaySpend,
): ConflictError | undefined {
  const isMore = after.most > before.most || after.unknown.length > before.unknown.length;
  if (!isMore) return undefined;
  const { code, who } = SCOPES[scope];
  if (after.most > (toMicros(limit.amount) ?? 0n))
    return new ConflictError(
      code,
      `With this change ${who} could spend ${moneyText(after.most, limit.currency)} on one day; the limit is ${limit.amount} ` +
        `${limit.currency}. ${WHY} Lower a budget or pause something else. ${WHO}`,
    );
  if (after.unknown.length > 0)
    return new ConflictError(
      'ad_policy_spend_unknown',
      `The daily limit of ${limit.amount} ${limit.currency} cannot be checked, because TikTok has not sent the budgets of ` +
        `${shown(after.unknown)}. Pause them, or raise nothing meanwhile. ${WHO}`,
    );
  return undefined;
}

/** @param before null: not known. @throws ConflictError */
export function checkIncrease(rules: PolicyRules, before: string | null, after: Money): void {
  const now = before === null ? undefined : toMicros(before);
  const next = toMicros(after.amount) ?? 0n;
  if (now === undefined) throw budgetUnknown();
  const most = increased(rules, now);
  if (next <= most) return;
  throw new ConflictError(
    'ad_policy_increase',
    `One edit may raise a budget by ${rules.maxIncreasePercent} %, here from ${moneyText(now, after.currency)} to ` +
      `${moneyText(most, after.currency)}; you asked for ${moneyText(next, after.currency)}. Raise it in steps. ${WHO}`,
  );
}

/** Checks what a lifetime budget spends in a day on average, which fewer days raise. @throws ConflictError */
export function checkIncreaseOfDay(rules: PolicyRules, now: bigint, next: bigint, currency: string): void {
  const most = increased(rules, now);
  if (next <= most) return;
  throw new ConflictError(
    'ad_policy_increase',
    `One edit may raise the mean daily spend of a lifetime budget by ${rules.maxIncreasePercent} %, here from ` +
      `${moneyText(roundUp(now, currency), currency)} to ${moneyText(roundUp(most, currency), currency)}; with this schedule it is ` +
      `${moneyText(roundUp(next, currency), currency)}. Keep more days, or lower the budget. ${WHO}`,
  );
}

export function budgetUnknown(): ConflictError {
  return new ConflictError(
    'ad_policy_budget_unknown',
    'TikTok has not sent the present budget, so the increase cannot be checked. Change it in TikTok Ads Manager.',
  );
}

/** TikTok may then multiply the budget by about 6.2 in a day. @throws ConflictError */
export function checkAutoIncrease(rules: PolicyRules, budget: Money): void {
  const ceiling = rules.autoBudgetIncreaseCeiling;
  if (!ceiling)
    throw new ConflictError(
      'ad_policy_auto_increase',
      'TikTok may not raise budgets automatically: your organisation has set no ceiling for it. An admin sets ' +
        '"autoBudgetIncreaseCeiling" with PUT /api/ads/policy.',
    );
  const highest = raisedBudget(toMicros(budget.amount) ?? 0n);
  if (ceiling.currency === budget.currency && highest <= (toMicros(ceiling.amount) ?? 0n)) return;
  throw new ConflictError(
    'ad_policy_auto_increase',
    `TikTok could raise this budget to ${moneyText(roundUp(highest, budget.currency), budget.currency)} in a day; the ceiling is ` +
      `${ceiling.amount} ${ceiling.currency}. Lower the budget. ${WHO}`,
  );
}

function increased({ maxIncreasePercent }: PolicyRules, micros: bigint): bigint {
  return (micros * BigInt(100 + maxIncreasePercent)) / 100n;
}

function shown(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`);
  return firstOf(quoted, SHOWN_NAMES);
}
