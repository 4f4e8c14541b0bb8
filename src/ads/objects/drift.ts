import { isDeepStrictEqual } from 'node:util';
import { AD_OBJECT_ENDPOINTS, type AdKind, type AdRow } from '../../tiktok/index.js';

/** A change of an object that our copy did not have yet. */
export interface Drift {
  id: string;
  name: string | null;
  campaignId: string | null;
  adGroupId: string | null;
  /** When TikTok sent the copy, and what it said about the changed fields. */
  copiedAt: Date;
  before: AdRow;
  after: AdRow;
}

/** Bids, which Upgraded Smart+ keeps equal in all ad groups of a campaign. Corrections §3, “US+ surface”. */
export const BID_FIELDS: readonly string[] = [
  'bid_type',
  'bid_price',
  'conversion_bid_price',
  'deep_bid_type',
  'roas_bid',
];
const OF_LEVEL = {
  campaign: ['budget', 'budget_auto_adjust_strategy'],
  ad_group: [
    'budget',
    'schedule_type',
    'schedule_start_time',
    'schedule_end_time',
    'dayparting',
    ...BID_FIELDS,
  ],
  ad: [],
} as const satisfies Record<AdKind['level'], readonly string[]>;
const STATUSES: ReadonlySet<unknown> = new Set(['ENABLE', 'DISABLE', 'DELETE']);

/** The fields that a user may change in TikTok Ads Manager, in TikTok's words. */
export function watchedFields({ family, level }: AdKind): string[] {
  return ['operation_status', AD_OBJECT_ENDPOINTS[family][level].name, ...OF_LEVEL[level]];
}

/** Returns the watched fields that differ. What TikTok has not sent is unknown, and no change. */
export function changedFields(kind: AdKind, before: AdRow, after: AdRow): string[] {
  return watchedFields(kind).filter((field) => {
    const [old, now] = [before[field] ?? null, after[field] ?? null];
    if (old === null || now === null || isSameValue(old, now)) return false;
    return field !== 'operation_status' || (STATUSES.has(old) && STATUSES.has(now));
  });
}

/** Compares two of TikTok's values. It writes amounts as `50`, `50.0` and `"50.00"`. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (isAmount(one) && isAmount(other)) return Number(one) === Number(other);
  return isDeepStrictEqual(one, other);
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\d{1,12}(\.\d{1,6})?$/.test(value));
}
