import { decimalsOf } from '../../spec/money.js';
import type { Level } from '../../reports/levels.js';
import { finalTimes } from '../finality.js';
import { decimalsIn, difference, scaled } from './decimal.js';

/** Metrics whose values add up over objects. Unique counts and ratios do not. */
export const COMPARED_METRICS = ['spend', 'impressions', 'clicks'] as const;
export type ComparedMetric = (typeof COMPARED_METRICS)[number];

/** Sums of the compared metrics, as decimals. Null: no value is known. */
export type Sums = Record<ComparedMetric, string | null>;

/** What the rows of a level add up to on one day. */
export interface Totals extends Sums {
  rows: number;
  /** Values that TikTok hides. They are not in the sums. */
  unknown: number;
}

export const RESIDUAL_CAUSES = [
  'report_cut',
  'values_hidden',
  'read_apart',
  'deleted_objects',
  'smart_plus',
  'rounding',
  'unexplained',
] as const;
export type ResidualCause = (typeof RESIDUAL_CAUSES)[number];

/** What a level lacks of the account's totals, and what may be the cause. */
export interface Residual extends Sums {
  causes: ResidualCause[];
}

/** One level on one day, as it was read. */
export interface ReadLevel {
  level: Level;
  day: string;
  readAt: Date;
  isCut: boolean;
  totals: Totals;
}

/** What our copy of the objects says about a level. */
export interface LevelFacts {
  /** True if a deleted object has no row on the day. */
  hasUnlistedDeleted: boolean;
  hasSmartPlus: boolean;
}

/** The currency and the zone of the account. Null: TikTok has not sent it. */
export interface ComparedAccount {
  currency: string | null;
  timeZone: string | null;
}

const HOUR_MS = 3_600_000;

/** What a level lacks of its account, and what else is known of both. */
export interface Comparison {
  account: ReadLevel;
  part: ReadLevel;
  facts?: LevelFacts;
}

/** True if a level lacks something, or has more. */
export function differs({ account, part }: Pick<Comparison, 'account' | 'part'>): boolean {
  return signsOf(lackOf(account, part)).some((sign) => sign !== 0);
}

/** Explains what a level lacks of its account. A residual of zero has no causes. */
export function residualOf({ account, part, facts: level }: Comparison, facts: ComparedAccount): Residual {
  const sums = lackOf(account, part);
  const signs = signsOf(sums);
  const causes: ResidualCause[] = [];
  if (signs.every((sign) => sign === 0)) return { ...sums, causes };
  if (isRounding(sums, part.totals.rows, facts)) return { ...sums, causes: ['rounding'] };
  if (part.totals.unknown + account.totals.unknown > 0) causes.push('values_hidden');
  if (isApart(account, part, facts)) causes.push('read_apart');
  // These only make a level lack something.
  if (signs.some((sign) => sign > 0)) causes.push(...whatLacks(part, level));
  return { ...sums, causes: causes.length > 0 ? causes : ['unexplained'] };
}

function lackOf(account: ReadLevel, part: ReadLevel): Sums {
  const lack = COMPARED_METRICS.map((metric) => [
    metric,
    missing(account.totals[metric], part.totals[metric]),
  ]);
  return Object.fromEntries(lack) as Sums;
}

function signsOf(sums: Sums): number[] {
  return COMPARED_METRICS.map((metric) => signOf(sums[metric]));
}

function whatLacks({ isCut, level }: ReadLevel, facts: LevelFacts | undefined): ResidualCause[] {
  const isBelowCampaign = level === 'ad_group' || level === 'ad';
  return [
    ...(isCut ? (['report_cut'] as const) : []),
    ...(facts?.hasUnlistedDeleted ? (['deleted_objects'] as const) : []),
    ...(facts?.hasSmartPlus && isBelowCampaign ? (['smart_plus'] as const) : []),
  ];
}

function missing(whole: string | null, part: string | null): string | null {
  return whole === null || part === null ? null : difference(whole, part);
}

function signOf(amount: string | null): number {
  if (amount === null) return 0;
  const units = scaled(amount, decimalsIn(amount));
  if (units === 0n) return 0;
  return units > 0n ? 1 : -1;
}

/** True if each value may have lost half a unit of the money, and nothing else differs. */
function isRounding(
  { spend, impressions, clicks }: Sums,
  rows: number,
  { currency }: ComparedAccount,
): boolean {
  if (spend === null || signOf(impressions) !== 0 || signOf(clicks) !== 0) return false;
  const digits = Math.max(decimalsIn(spend), decimalsOf(currency ?? ''));
  const units = scaled(spend, digits);
  const unit = 10n ** BigInt(digits - decimalsOf(currency ?? ''));
  return (units < 0n ? -units : units) * 2n <= unit * BigInt(rows + 1);
}

/** True if the figures may have changed between the two readings. */
function isApart(account: ReadLevel, part: ReadLevel, { timeZone }: ComparedAccount): boolean {
  const [first = 0, last = 0] = [account.readAt.getTime(), part.readAt.getTime()].toSorted((a, b) => a - b);
  if (last - first > HOUR_MS) return true;
  return last > first && first < finalTimes(part.day, timeZone).delivery.getTime();
}
