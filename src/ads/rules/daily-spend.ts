import type { AdGroupDto } from '../spec/ad-group.dto.js';
import { hasAmount } from '../spec/budget-optimization.js';
import type { BudgetDto } from '../spec/budget.dto.js';
import type { CampaignDto } from '../spec/campaign.dto.js';
import { daySpendOf, type DaySpend, type SpendBudget, type Spender } from '../spec/day-spend.js';
import { toMicros } from '../spec/money.js';
import type { ScheduleDto } from '../spec/schedule.dto.js';
import { toInstant } from '../spec/times.js';
import { amountText, moneyText, roundUp } from './amounts.js';
import type { RuleContext } from './rule-context.js';
import { campaignSite } from './site.js';
import { objectiveRow } from './tables/objective-table.js';
import { withoutNulls } from './without-nulls.js';

/** The most that a campaign can spend on one day. */
export interface DailySpend {
  /** Null: a budget is missing or unreadable. */
  amount: string | null;
  /** The mean of a day: the daily budgets, and each lifetime budget divided by its days. */
  mean: string | null;
  /** ISO 4217; null: TikTok has not sent the currency of the ad account. */
  currency: string | null;
  words: string;
}

/** Works out the most that TikTok may spend on one day, once everything in the body is enabled. */
export function largestDailySpend(
  body: CampaignDto & { adGroups: readonly AdGroupDto[] },
  context: RuleContext,
): DailySpend {
  const launch = withoutNulls(body);
  const { currency } = context;
  const { optimized } = campaignSite(launch, launch.adGroups, context);
  const spend = daySpendOf([
    {
      ...spenderOf(launch.name, budgetOf(launch.objective, launch.budget, optimized), launch.schedule),
      spreads: optimized,
      rises: false,
      groups: launch.adGroups.map(({ name, budget, schedule = launch.schedule }) =>
        spenderOf(name, budgetOf(launch.objective, budget, true), schedule),
      ),
    },
  ]);
  if (spend.unknown.length > 0)
    return {
      amount: null,
      mean: null,
      currency,
      words: 'The largest daily spend is not known: a budget is missing.',
    };
  const most = roundUp(spend.most, currency);
  const mean = roundUp(spend.mean, currency);
  return {
    amount: amountText(most, currency),
    mean: amountText(mean, currency),
    currency,
    words: words(spend, moneyText(most, currency), moneyText(mean, currency)),
  };
}

function words({ dynamic, lifetime }: DaySpend, most: string, mean: string): string {
  const first = `At most ${most} on one day`;
  if (lifetime)
    return `${first}, and ${mean} a day on average: TikTok spreads a lifetime budget over its days without a daily limit.`;
  if (dynamic)
    return `${first}, and ${mean} a day on average: TikTok may exceed a daily budget by 25 % on a day and keeps to its mean over 7 days.`;
  return `${first}.`;
}

function spenderOf(name: string, budget: SpendBudget | undefined, { start, end }: ScheduleDto): Spender {
  const times = { start: toInstant(start) ?? null, end: (end && toInstant(end)) || null };
  return { name, runs: true, budget, ...times };
}

/** @param delivers false: it is a campaign's ceiling over its ad groups, to which TikTok keeps on every day */
function budgetOf(
  objective: string,
  budget: BudgetDto | undefined,
  delivers: boolean,
): SpendBudget | undefined {
  const micros = toMicros(budget?.amount ?? '');
  if (micros === undefined || !hasAmount(budget)) return undefined;
  if (budget?.mode === 'lifetime') return { kind: 'lifetime', micros };
  const isDynamic = delivers && objectiveRow(objective)?.daily !== 'BUDGET_MODE_DAY';
  return { kind: isDynamic ? 'dynamic' : 'fixed', micros };
}
