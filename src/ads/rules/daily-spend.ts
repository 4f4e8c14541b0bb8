import type { AdGroupDto } from '../spec/ad-group.dto.js';
import type { BudgetDto } from '../spec/budget.dto.js';
import type { CampaignDto } from '../spec/campaign.dto.js';
import { toMicros } from '../spec/money.js';
import type { ScheduleDto } from '../spec/schedule.dto.js';
import { amountText, moneyText, roundUp } from './amounts.js';
import { daysOf } from './budget-minimums.js';
import type { RuleContext } from './rule-context.js';
import { hasAmount } from '../spec/budget-optimization.js';
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

interface Spend {
  most: bigint;
  mean: bigint;
  dynamic: boolean;
  lifetime: boolean;
}

/** Works out the most that TikTok may spend on one day. */
export function largestDailySpend(
  body: CampaignDto & { adGroups: readonly AdGroupDto[] },
  context: RuleContext,
): DailySpend {
  const launch = withoutNulls(body);
  const { currency } = context;
  const { optimized } = campaignSite(launch, launch.adGroups, context);
  const spend = optimized
    ? spendOf(launch.objective, launch.budget, launch.schedule)
    : capped(launch, sumOf(launch.adGroups.map((group) => groupSpend(launch, group))));
  if (!spend)
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

function words({ dynamic, lifetime }: Spend, most: string, mean: string): string {
  const first = `At most ${most} on one day`;
  if (lifetime)
    return `${first}, and ${mean} a day on average: TikTok spreads a lifetime budget over its days without a daily limit.`;
  if (dynamic)
    return `${first}, and ${mean} a day on average: TikTok may exceed a daily budget by 25 % on a day and keeps to its mean over 7 days.`;
  return `${first}.`;
}

function groupSpend(campaign: CampaignDto, group: AdGroupDto): Spend | undefined {
  return spendOf(campaign.objective, group.budget, group.schedule ?? campaign.schedule);
}

function spendOf(objective: string, budget: BudgetDto | undefined, schedule: ScheduleDto): Spend | undefined {
  const amount = toMicros(budget?.amount ?? '');
  if (amount === undefined || !hasAmount(budget)) return undefined;
  if (budget?.mode === 'lifetime') {
    const days = BigInt(daysOf(schedule));
    return { most: amount, mean: (amount + days - 1n) / days, dynamic: false, lifetime: true };
  }
  const dynamic = objectiveRow(objective)?.daily !== 'BUDGET_MODE_DAY';
  return { most: dynamic ? (amount * 5n) / 4n : amount, mean: amount, dynamic, lifetime: false };
}

function sumOf(parts: readonly (Spend | undefined)[]): Spend | undefined {
  return parts.reduce<Spend | undefined>((sum, part, index) => {
    if (!part || (index > 0 && !sum)) return undefined;
    if (!sum) return part;
    return {
      most: sum.most + part.most,
      mean: sum.mean + part.mean,
      dynamic: sum.dynamic || part.dynamic,
      lifetime: sum.lifetime || part.lifetime,
    };
  }, undefined);
}

/** Applies the campaign's own budget as a ceiling over those of its ad groups. */
function capped(campaign: CampaignDto, groups: Spend | undefined): Spend | undefined {
  const ceiling = spendOf(campaign.objective, campaign.budget, campaign.schedule);
  if (!groups || !ceiling || groups.most <= ceiling.most) return groups;
  return ceiling;
}
