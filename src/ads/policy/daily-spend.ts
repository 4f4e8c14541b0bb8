import { toMicros } from '../spec/money.js';
import type { SpendObject } from './spend-object.js';

const DAY_MS = 86_400_000;

/** The most that objects may spend in a day, by their budgets. */
export interface DailySpend {
  micros: bigint;
  /** Names of enabled objects whose budget is not known. Their spend is missing in the sum. */
  unknown: string[];
}

/**
 * Adds up what is enabled: the campaign's budget if it is spread over the ad groups, otherwise the budgets of the ad groups,
 * with the campaign's as a ceiling. A lifetime budget is spread over its days.
 */
export function dailySpendOf(objects: readonly SpendObject[]): DailySpend {
  const groups = byCampaign(objects);
  const spends = objects
    .filter(({ level }) => level === 'campaign')
    .map((campaign) => spendOfCampaign(campaign, groups.get(campaign.id) ?? []));
  return add(spends);
}

function byCampaign(objects: readonly SpendObject[]): Map<string | null, SpendObject[]> {
  const groups = new Map<string | null, SpendObject[]>();
  for (const group of objects.filter(({ level }) => level === 'ad_group')) {
    const same = groups.get(group.campaignId);
    if (same) same.push(group);
    else groups.set(group.campaignId, [group]);
  }
  return groups;
}

function spendOfCampaign(campaign: SpendObject, groups: readonly SpendObject[]): DailySpend {
  const open = groups.filter(mayRun);
  // A campaign of which we know no ad group may have some.
  if (!mayRun(campaign) || (groups.length > 0 && open.length === 0)) return { micros: 0n, unknown: [] };
  const own = dailyBudget(campaign, open);
  if (campaign.budgetOptimized === true) return known(own, campaign);
  const below = add(open.map((group) => known(dailyBudget(group, [group]), group)));
  const isComplete = below.unknown.length === 0 && open.length > 0;
  if (own === undefined) return isComplete ? below : { ...below, unknown: namesOf(campaign, below) };
  if (!isComplete || own < below.micros) return { micros: own, unknown: [] };
  return below;
}

/** An unknown status counts as enabled. */
function mayRun({ operationStatus }: SpendObject): boolean {
  return operationStatus === 'ENABLE' || operationStatus === null;
}

/** @param running whose schedules a lifetime budget covers. @returns undefined if it has none or it is not known */
function dailyBudget(
  { budget, budgetMode }: SpendObject,
  running: readonly SpendObject[],
): bigint | undefined {
  const micros = budget === null ? undefined : toMicros(budget);
  if (micros === undefined || budgetMode === 'BUDGET_MODE_INFINITE') return undefined;
  if (budgetMode !== 'BUDGET_MODE_TOTAL') return micros;
  const days = daysOf(running);
  return days === undefined ? undefined : (micros + days - 1n) / days;
}

function daysOf(running: readonly SpendObject[]): bigint | undefined {
  const starts = running.flatMap(({ start }) => start?.getTime() ?? []);
  const ends = running.flatMap(({ end }) => end?.getTime() ?? []);
  if (running.length === 0 || starts.length < running.length || ends.length < running.length)
    return undefined;
  const days = Math.ceil((Math.max(...ends) - Math.min(...starts)) / DAY_MS);
  return BigInt(Math.max(1, days));
}

function known(micros: bigint | undefined, object: SpendObject): DailySpend {
  return micros === undefined ? { micros: 0n, unknown: [object.name ?? object.id] } : { micros, unknown: [] };
}

function namesOf(campaign: SpendObject, below: DailySpend): string[] {
  return below.unknown.length > 0 ? below.unknown : [campaign.name ?? campaign.id];
}

function add(spends: readonly DailySpend[]): DailySpend {
  return {
    micros: spends.reduce((sum, one) => sum + one.micros, 0n),
    unknown: spends.flatMap((one) => one.unknown),
  };
}
