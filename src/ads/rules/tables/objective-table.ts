import type { AdDriver } from '../../../config/index.js';

/** What goes with an objective. */
export interface ObjectiveRow {
  objective: string;
  drivers: readonly AdDriver[];
  /** Empty: the ad group has no promotion type. The first one is the default, unless `choose` is set. */
  promotions: readonly string[];
  /** The promotion type has no default. */
  choose?: true;
  /** How TikTok calls a daily budget of the objective. */
  daily: 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET' | 'BUDGET_MODE_DAY';
  /** It delivers on the TikTok placement only. */
  tiktokOnly?: true;
  /** Carousels of images are accepted. */
  carousel?: true;
}

const DYNAMIC = 'BUDGET_MODE_DYNAMIC_DAILY_BUDGET';
const DAY = 'BUDGET_MODE_DAY';
const APPS = ['APP_ANDROID', 'APP_IOS'] as const;

/** Cookbook §1.2, §1.3, §1.4 and §3. */
export const OBJECTIVE_TABLE: readonly ObjectiveRow[] = [
  {
    objective: 'WEB_CONVERSIONS',
    drivers: ['us_plus', 'manual'],
    promotions: ['WEBSITE'],
    daily: DYNAMIC,
    carousel: true,
  },
  {
    objective: 'LEAD_GENERATION',
    drivers: ['us_plus', 'manual'],
    promotions: ['LEAD_GENERATION', 'LEAD_GEN_CLICK_TO_TT_DIRECT_MESSAGE'],
    daily: DYNAMIC,
    tiktokOnly: true,
    carousel: true,
  },
  {
    objective: 'APP_PROMOTION',
    drivers: ['us_plus', 'manual'],
    promotions: APPS,
    choose: true,
    daily: DYNAMIC,
    carousel: true,
  },
  {
    objective: 'PRODUCT_SALES',
    drivers: ['manual'],
    promotions: ['WEBSITE', ...APPS, 'TIKTOK_SHOP', 'VIDEO_SHOPPING', 'LIVE_SHOPPING', 'PSA_PRODUCT'],
    choose: true,
    daily: DYNAMIC,
    tiktokOnly: true,
  },
  {
    objective: 'TRAFFIC',
    drivers: ['manual'],
    promotions: ['WEBSITE', ...APPS],
    daily: DYNAMIC,
    carousel: true,
  },
  {
    objective: 'REACH',
    drivers: ['manual'],
    promotions: [],
    daily: DAY,
    tiktokOnly: true,
    carousel: true,
  },
  { objective: 'VIDEO_VIEWS', drivers: ['manual'], promotions: [], daily: DAY, tiktokOnly: true },
  { objective: 'ENGAGEMENT', drivers: ['manual'], promotions: [], daily: DAY, tiktokOnly: true },
];

const ROWS = new Map(OBJECTIVE_TABLE.map((row) => [row.objective, row]));

export function objectiveRow(objective: string): ObjectiveRow | undefined {
  return ROWS.get(objective);
}

/** Objectives of older versions, words that TikTok never had, and what to use instead. Null: nothing here. */
export const RETIRED_OBJECTIVES: ReadonlyMap<string, string | null> = new Map([
  ['APP_INSTALL', 'APP_PROMOTION'],
  ['CONVERSIONS', 'WEB_CONVERSIONS'],
  ['SALES', 'WEB_CONVERSIONS'],
  ['LEADS', 'LEAD_GENERATION'],
  ['CATALOG_SALES', 'PRODUCT_SALES'],
  ['SHOP_PURCHASES', 'PRODUCT_SALES'],
  // They can only be created enabled, which this service never does.
  ['RF_REACH', 'REACH'],
  ['RF_TRAFFIC', 'TRAFFIC'],
  ['RF_VIDEO_VIEW', 'VIDEO_VIEWS'],
  ['RF_ENGAGEMENT', 'ENGAGEMENT'],
  ['RF_APP_INSTALL', 'APP_PROMOTION'],
  ['TOPVIEW_REACH', null],
  ['BRAND_CONSIDERATION', null],
]);
