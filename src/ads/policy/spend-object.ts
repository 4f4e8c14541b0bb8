import { fromWireTime, type AdLevel, type OperationStatus } from '../../tiktok/index.js';
import {
  daySpendOf,
  type DaySpend,
  type SpendBudget,
  type Spender,
  type SpendingCampaign,
} from '../spec/day-spend.js';
import { toMicros } from '../spec/money.js';

/** What a campaign or ad group contributes to the spend of a day, as TikTok has it. */
export interface SpendObject {
  accountId: string;
  level: AdLevel;
  id: string;
  name: string | null;
  /** Of an ad group. */
  campaignId: string | null;
  operationStatus: OperationStatus | null;
  budgetMode: string | null;
  /** A decimal. */
  budget: string | null;
  /** True if TikTok spreads the campaign's budget over its ad groups. */
  budgetOptimized: boolean | null;
  /** True if TikTok may raise the campaign's budget automatically. */
  rises: boolean | null;
  /** UTC, as TikTok writes times. */
  start: string | null;
  end: string | null;
  /** Of a campaign: true if we have read its ad groups since it exists, so that those without a copy do not exist. */
  groupsComplete?: boolean;
  /** When TikTok sent it. */
  asOf: Date;
}

/** Works out what the objects may spend in a day. @param now what has ended before spends nothing */
export function spendOfObjects(objects: readonly SpendObject[], now: Date): DaySpend {
  return daySpendOf(toCampaigns(objects, now));
}

function toCampaigns(objects: readonly SpendObject[], now: Date): SpendingCampaign[] {
  const groups = groupsByCampaign(objects);
  return objects
    .filter(({ level }) => level === 'campaign')
    .map((campaign) => toCampaign(campaign, groups.get(campaign.id) ?? [], now));
}

function toCampaign(campaign: SpendObject, groups: readonly SpendObject[], now: Date): SpendingCampaign {
  return {
    ...toSpender(campaign, now),
    spreads: campaign.budgetOptimized === true,
    rises: campaign.rises === true,
    groupsComplete: campaign.groupsComplete === true,
    groups: groups.map((group) => toSpender(group, now)),
  };
}

function groupsByCampaign(objects: readonly SpendObject[]): Map<string | null, SpendObject[]> {
  const groups = new Map<string | null, SpendObject[]>();
  for (const group of objects.filter(({ level }) => level === 'ad_group')) {
    const same = groups.get(group.campaignId);
    if (same) same.push(group);
    else groups.set(group.campaignId, [group]);
  }
  return groups;
}

function toSpender(object: SpendObject, now: Date): Spender {
  const [start, end] = [fromWireTime(object.start), fromWireTime(object.end)];
  // An unknown status counts as enabled.
  const isOn = object.operationStatus === 'ENABLE' || object.operationStatus === null;
  const runs = isOn && !(end !== null && end < now);
  return { name: object.name ?? object.id, runs, budget: spendBudget(object), start, end };
}

export function spendBudget({ budget, budgetMode }: SpendObject): SpendBudget | undefined {
  const micros = budget === null ? undefined : toMicros(budget);
  if (micros === undefined || budgetMode === 'BUDGET_MODE_INFINITE') return undefined;
  if (budgetMode === 'BUDGET_MODE_TOTAL') return { kind: 'lifetime', micros };
  // A word that we do not know counts with the most.
  return { kind: budgetMode === 'BUDGET_MODE_DAY' ? 'fixed' : 'dynamic', micros };
}
