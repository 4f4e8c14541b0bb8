import type { BudgetDto } from '../spec/budget.dto.js';
import type { CampaignDto } from '../spec/campaign.dto.js';
import { daysBetween } from '../spec/day-spend.js';
import type { ScheduleDto } from '../spec/schedule.dto.js';
import { toInstant } from '../spec/times.js';
import { inCurrency } from './amounts.js';
import type { RuleContext } from './rule-context.js';
import { objectiveRow } from './tables/objective-table.js';

// In USD. Cookbook §1.2.
const CAMPAIGN = 50;
const AD_GROUP = 20;
const STORE = 10;
const LESS_THAN = 10_000_000;

/** The least budget of a campaign, by day or for its whole run. Undefined: the currency is not known. */
export function campaignMinimum(campaign: CampaignDto, { currency }: RuleContext): bigint | undefined {
  return inCurrency(campaign.productSource === 'STORE' ? STORE : CAMPAIGN, currency);
}

/** The least budget of an ad group; for a whole run, that of each of its days. */
export function adGroupMinimum(
  campaign: CampaignDto,
  budget: BudgetDto,
  schedule: ScheduleDto,
  { currency, settings }: RuleContext,
): bigint | undefined {
  const views = objectiveRow(campaign.objective)?.daily === 'BUDGET_MODE_DAY';
  const other = campaign.productSource === 'STORE' ? STORE : AD_GROUP;
  const daily = inCurrency(views ? settings.viewsAdGroupMinimum : other, currency);
  if (daily === undefined || budget.mode !== 'lifetime') return daily;
  return daily * BigInt(daysOf(schedule));
}

/** Every budget is below this. */
export function budgetLimit({ currency }: RuleContext): bigint | undefined {
  return inCurrency(LESS_THAN, currency);
}

/** The days of a run, at least one. An open end counts as one day. */
export function daysOf({ start, end }: ScheduleDto): number {
  const from = toInstant(start);
  const to = end ? toInstant(end) : undefined;
  return from && to ? daysBetween(from, to) : 1;
}
