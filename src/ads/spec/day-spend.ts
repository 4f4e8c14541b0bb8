const DAY_MS = 86_400_000;
// A dynamic daily budget is a mean over 7 days: one day may reach 125 % of it. Business reference §3.
const DYNAMIC = { numerator: 5n, denominator: 4n };
/** TikTok may raise a budget by 20 % up to ten times in a day. Corrections §3. */
const RISE = { numerator: 6n ** 10n, denominator: 5n ** 10n };

/** `dynamic` and `fixed` are for a day, `lifetime` for the whole run. */
export interface SpendBudget {
  kind: 'dynamic' | 'fixed' | 'lifetime';
  micros: bigint;
}

/** A campaign or ad group as far as it bounds the spend. */
export interface Spender {
  name: string;
  /** False: it spends nothing, because it is paused or has ended. */
  runs: boolean;
  /** Undefined: none on this level, or not known. */
  budget: SpendBudget | undefined;
  start: Date | null;
  end: Date | null;
}

export interface SpendingCampaign extends Spender {
  /** TikTok spreads the campaign's budget over its ad groups. */
  spreads: boolean;
  /** TikTok may raise the campaign's budget automatically. */
  rises: boolean;
  groups: readonly Spender[];
  /** True: the campaign has no other ad groups than these. */
  groupsComplete?: boolean;
}

/** What objects may spend in one day, in millionths. */
export interface DaySpend {
  /**
   * The most that TikTok may spend on one day. A dynamic daily budget counts with 125 %, a lifetime budget as a whole: TikTok
   * has no daily limit for it.
   */
  most: bigint;
  /** The mean of a day: the daily budgets, and each lifetime budget divided by its days. */
  mean: bigint;
  dynamic: boolean;
  lifetime: boolean;
  /** Names of what runs on a budget that is not known. Its spend is missing in the sums. */
  unknown: readonly string[];
}

export const NO_SPEND: DaySpend = { most: 0n, mean: 0n, dynamic: false, lifetime: false, unknown: [] };

/**
 * Adds up what runs. The campaign's budget counts if TikTok spreads it over the ad groups, otherwise the budgets of the ad
 * groups with the campaign's as a ceiling. Launches, dry runs and the policy use this one formula.
 */
export function daySpendOf(campaigns: readonly SpendingCampaign[]): DaySpend {
  return sumOf(campaigns.map(spendOfCampaign));
}

export function sumOf(parts: readonly DaySpend[]): DaySpend {
  return {
    most: parts.reduce((sum, { most }) => sum + most, 0n),
    mean: parts.reduce((sum, { mean }) => sum + mean, 0n),
    dynamic: parts.some(({ dynamic }) => dynamic),
    lifetime: parts.some(({ lifetime }) => lifetime),
    unknown: parts.flatMap(({ unknown }) => unknown),
  };
}

/** The highest amount to which TikTok may raise a budget within a day. */
export function raisedBudget(micros: bigint): bigint {
  return dividedUp(micros * RISE.numerator, RISE.denominator);
}

/** @param running whose schedules a lifetime budget covers */
export function spendOfBudget({ kind, micros }: SpendBudget, running: readonly Spender[]): DaySpend {
  if (kind === 'lifetime')
    return { ...NO_SPEND, most: micros, mean: dividedUp(micros, daysOf(running)), lifetime: true };
  if (kind === 'fixed') return { ...NO_SPEND, most: micros, mean: micros };
  const most = dividedUp(micros * DYNAMIC.numerator, DYNAMIC.denominator);
  return { ...NO_SPEND, most, mean: micros, dynamic: true };
}

/** The days between two times, at least one. */
export function daysBetween(start: Date, end: Date): number {
  return Math.max(1, Math.ceil((end.getTime() - start.getTime()) / DAY_MS));
}

function spendOfCampaign(campaign: SpendingCampaign): DaySpend {
  const { groups, budget, name, rises } = campaign;
  const running = groups.filter(({ runs }) => runs);
  if (!campaign.runs || isIdle(campaign, running)) return NO_SPEND;
  const raised = budget && rises ? { ...budget, micros: raisedBudget(budget.micros) } : budget;
  const own = raised && spendOfBudget(raised, running.length > 0 ? running : [campaign]);
  if (campaign.spreads) return own ?? notKnown(name);
  const below = sumOf(
    running.map((group) => (group.budget ? spendOfBudget(group.budget, [group]) : notKnown(group.name))),
  );
  const isComplete = below.unknown.length === 0 && running.length > 0;
  if (!own) return isComplete || below.unknown.length > 0 ? below : { ...below, unknown: [name] };
  return isComplete ? lowerOf(own, below) : own;
}

/**
 * A campaign of which we know no ad group may have some, unless the list is complete. A budget of its own counts nevertheless:
 * an ad group that is added later spends it.
 */
function isIdle({ groups, groupsComplete, budget }: SpendingCampaign, running: readonly Spender[]): boolean {
  if (running.length > 0) return false;
  return groups.length > 0 || (groupsComplete === true && budget === undefined);
}

function lowerOf(own: DaySpend, below: DaySpend): DaySpend {
  const lower = own.most < below.most ? own : below;
  return { ...lower, mean: own.mean < below.mean ? own.mean : below.mean };
}

function notKnown(name: string): DaySpend {
  return { ...NO_SPEND, unknown: [name] };
}

/** Without an end, the whole budget may be spent on one day. */
function daysOf(running: readonly Spender[]): bigint {
  const starts = running.flatMap(({ start }) => start?.getTime() ?? []);
  const ends = running.flatMap(({ end }) => end?.getTime() ?? []);
  if (running.length === 0 || starts.length < running.length || ends.length < running.length) return 1n;
  return BigInt(daysBetween(new Date(Math.min(...starts)), new Date(Math.max(...ends))));
}

function dividedUp(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}
