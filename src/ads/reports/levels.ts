import type { AdLevel, ReportQuery } from '../../tiktok/index.js';

/** From the widest to the narrowest. */
export const LEVELS = ['account', 'campaign', 'ad_group', 'ad'] as const;

export type Level = (typeof LEVELS)[number];

/** How TikTok names a level. */
interface WireLevel {
  dataLevel: ReportQuery['dataLevel'];
  idDimension: string;
  /** Absent for the account, which is no filter. */
  idFilter?: string;
  statusFilter?: string;
}

/** The ids of Upgraded Smart+ ads are `ad_id_v2`; `ad_id` names their creatives. For other ads, both are the same. */
export const WIRE_LEVELS: Readonly<Record<Level, WireLevel>> &
  Readonly<Record<AdLevel, Required<WireLevel>>> = {
  account: { dataLevel: 'AUCTION_ADVERTISER', idDimension: 'advertiser_id' },
  campaign: {
    dataLevel: 'AUCTION_CAMPAIGN',
    idDimension: 'campaign_id',
    idFilter: 'campaign_ids',
    statusFilter: 'campaign_status',
  },
  ad_group: {
    dataLevel: 'AUCTION_ADGROUP',
    idDimension: 'adgroup_id',
    idFilter: 'adgroup_ids',
    statusFilter: 'adgroup_status',
  },
  ad: { dataLevel: 'AUCTION_AD', idDimension: 'ad_id_v2', idFilter: 'ad_ids_v2', statusFilter: 'ad_status' },
};

export const STEPS = ['total', 'day', 'hour'] as const;

export type Step = (typeof STEPS)[number];

/** The most days that one call may span. Business reference §7, "Spans". */
export const DAYS_PER_CALL: Readonly<Record<Step, number>> = { total: 365, day: 30, hour: 1 };

export function isWider(level: Level, than: Level): boolean {
  return LEVELS.indexOf(level) < LEVELS.indexOf(than);
}
