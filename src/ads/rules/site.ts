import type { AdDto } from '../spec/ad.dto.js';
import type { AdGroupDto } from '../spec/ad-group.dto.js';
import { isBudgetOptimized } from '../spec/budget-optimization.js';
import type { CampaignDto } from '../spec/campaign.dto.js';
import type { ScheduleDto } from '../spec/schedule.dto.js';
import type { Complaint } from './complaint.js';
import type { RuleContext } from './rule-context.js';
import { GOAL_TABLE, type BillingEvent, type GoalRow } from './tables/goal-table.js';
import { objectiveRow } from './tables/objective-table.js';

/** A campaign with its ad groups, for rules that compare them. */
export interface CampaignSite {
  campaign: CampaignDto;
  groups: readonly AdGroupDto[];
  /** TikTok spreads the campaign's budget over the ad groups. */
  optimized: boolean;
  context: RuleContext;
}

/** An ad group in its campaign. */
export interface GroupSite extends CampaignSite {
  group: AdGroupDto;
  /** Names a field of the ad group as the body does. */
  at: (field: string) => string;
  /** The row of its goal; undefined if the goal does not go with the objective. */
  row: GoalRow | undefined;
  billing: BillingEvent | undefined;
  promotionType: string | undefined;
  promotionTarget: string | undefined;
  schedule: ScheduleDto;
  /** The field of the schedule that counts, its own or the campaign's. */
  scheduleAt: (field: string) => string;
}

/** An ad in its ad group. */
export interface AdSite extends GroupSite {
  ad: AdDto;
  adAt: (field: string) => string;
}

export type CampaignRule = (site: CampaignSite) => Complaint[];
export type GroupRule = (site: GroupSite) => Complaint[];
export type AdRule = (site: AdSite) => Complaint[];

export function campaignSite(
  campaign: CampaignDto,
  groups: readonly AdGroupDto[],
  context: RuleContext,
): CampaignSite {
  return { campaign, groups, optimized: isBudgetOptimized(campaign, groups), context };
}

export function groupSite(site: CampaignSite, group: AdGroupDto, path: string): GroupSite {
  const { campaign, context } = site;
  const row = GOAL_TABLE.find(
    ({ objective, goal, driver }) =>
      objective === campaign.objective &&
      goal === group.optimizationGoal &&
      (driver === undefined || driver === context.driver),
  );
  const at = (field: string) => (path ? `${path}.${field}` : field);
  return {
    ...site,
    group,
    at,
    row,
    billing: row && (row.billing === 'setting' ? context.settings.pageVisitBilling : row.billing),
    promotionType: promotionTypeOf(campaign.objective, group),
    promotionTarget: promotionTargetOf(campaign.objective, group),
    schedule: group.schedule ?? campaign.schedule,
    scheduleAt: (field) => (group.schedule ? at(`schedule.${field}`) : `schedule.${field}`),
  };
}

/** Returns what is promoted, by default what the objective implies. */
export function promotionTypeOf(objective: string, { promotionType }: AdGroupDto): string | undefined {
  const row = objectiveRow(objective);
  return promotionType ?? (row?.choose ? undefined : row?.promotions[0]);
}

/** Returns where leads are collected; by default it follows from the goal. */
export function promotionTargetOf(objective: string, group: AdGroupDto): string | undefined {
  if (promotionTypeOf(objective, group) !== 'LEAD_GENERATION') return group.promotionTargetType;
  const implied = group.optimizationGoal === 'LEAD_GENERATION' ? 'INSTANT_PAGE' : 'EXTERNAL_WEBSITE';
  return group.promotionTargetType ?? implied;
}
