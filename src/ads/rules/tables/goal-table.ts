import type { AdDriver } from '../../../config/index.js';

export type BillingEvent = 'CPC' | 'CPM' | 'CPV' | 'OCPM';

/** What goes with an optimisation goal of an objective. */
export interface GoalRow {
  objective: string;
  goal: string;
  /** `setting`: the references do not agree, see ADS_PAGE_VISIT_BILLING. */
  billing: BillingEvent | 'setting';
  /** `any`: BID_TYPE_NO_BID, or BID_TYPE_CUSTOM with an amount. `value`: BID_TYPE_NO_BID with a deep bid type. */
  bids: 'any' | 'max_delivery' | 'value';
  /** `auto`: TikTok sets it. `any`: needed. A list: needed, one of these. */
  event: 'none' | 'auto' | 'any' | readonly string[];
  pixel: 'none' | 'required' | 'optional_on_manual';
  driver?: AdDriver;
  /** The goal needs one of these; absent: all of the objective. */
  promotions?: readonly string[];
  targets?: readonly string[];
  /** TikTok opens it for chosen accounts only. */
  allowlisted?: true;
}

const NO_PIXEL = { event: 'none', pixel: 'none' } as const;
const AUTO = { event: 'auto', pixel: 'none' } as const;
const PIXEL = { event: 'any', pixel: 'required' } as const;
const SHOPPING = { event: ['SHOPPING'], pixel: 'required' } as const;
const CPC = { billing: 'CPC', bids: 'any' } as const;
const OCPM = { billing: 'OCPM', bids: 'any' } as const;
const VALUE = { goal: 'VALUE', billing: 'OCPM', bids: 'value' } as const;
const APPS = ['APP_ANDROID', 'APP_IOS'] as const;
const FORM = ['LEAD_GENERATION'] as const;
const MESSAGE = ['LEAD_GEN_CLICK_TO_TT_DIRECT_MESSAGE'] as const;
const SITE = ['EXTERNAL_WEBSITE'] as const;

/** Cookbook §1.1 and §3. The first row of an objective is the one to suggest. */
export const GOAL_TABLE: readonly GoalRow[] = [
  { objective: 'TRAFFIC', goal: 'CLICK', ...CPC, ...NO_PIXEL },
  { objective: 'TRAFFIC', goal: 'TRAFFIC_LANDING_PAGE_VIEW', ...OCPM, ...AUTO, promotions: ['WEBSITE'] },
  {
    objective: 'TRAFFIC',
    goal: 'DESTINATION_VISIT',
    billing: 'OCPM',
    bids: 'max_delivery',
    ...AUTO,
    promotions: APPS,
    allowlisted: true,
  },
  { objective: 'REACH', goal: 'REACH', billing: 'CPM', bids: 'any', ...NO_PIXEL },
  { objective: 'REACH', goal: 'SHOW', billing: 'CPM', bids: 'any', ...NO_PIXEL },
  { objective: 'VIDEO_VIEWS', goal: 'ENGAGED_VIEW', billing: 'CPV', bids: 'any', ...AUTO },
  { objective: 'VIDEO_VIEWS', goal: 'ENGAGED_VIEW_FIFTEEN', billing: 'CPV', bids: 'any', ...AUTO },
  { objective: 'ENGAGEMENT', goal: 'FOLLOWERS', ...OCPM, ...NO_PIXEL },
  { objective: 'ENGAGEMENT', goal: 'PAGE_VISIT', billing: 'setting', bids: 'any', ...NO_PIXEL },
  { objective: 'WEB_CONVERSIONS', goal: 'CONVERT', ...OCPM, ...PIXEL },
  { objective: 'WEB_CONVERSIONS', goal: 'CLICK', ...CPC, event: 'none', pixel: 'optional_on_manual' },
  { objective: 'WEB_CONVERSIONS', goal: 'TRAFFIC_LANDING_PAGE_VIEW', ...OCPM, ...AUTO, driver: 'us_plus' },
  { objective: 'WEB_CONVERSIONS', ...VALUE, ...SHOPPING },
  {
    objective: 'WEB_CONVERSIONS',
    goal: 'AUTOMATIC_VALUE_OPTIMIZATION',
    billing: 'OCPM',
    bids: 'max_delivery',
    ...SHOPPING,
    allowlisted: true,
  },
  { objective: 'LEAD_GENERATION', goal: 'CONVERT', ...OCPM, ...PIXEL, promotions: FORM, targets: SITE },
  {
    objective: 'LEAD_GENERATION',
    goal: 'LEAD_GENERATION',
    ...OCPM,
    ...NO_PIXEL,
    promotions: FORM,
    targets: ['INSTANT_PAGE'],
  },
  {
    objective: 'LEAD_GENERATION',
    goal: 'CLICK',
    ...CPC,
    event: 'none',
    pixel: 'optional_on_manual',
    targets: SITE,
  },
  {
    objective: 'LEAD_GENERATION',
    goal: 'CONVERSATION',
    ...OCPM,
    ...AUTO,
    promotions: MESSAGE,
    allowlisted: true,
  },
  { objective: 'APP_PROMOTION', goal: 'INSTALL', ...OCPM, ...NO_PIXEL },
  { objective: 'APP_PROMOTION', goal: 'IN_APP_EVENT', ...OCPM, event: 'any', pixel: 'none' },
  { objective: 'APP_PROMOTION', goal: 'CLICK', ...CPC, ...NO_PIXEL },
  { objective: 'APP_PROMOTION', ...VALUE, event: ['ACTIVE_PAY', 'AD_REVENUE_VALUE'], pixel: 'none' },
  { objective: 'PRODUCT_SALES', goal: 'CONVERT', ...OCPM, ...PIXEL },
  { objective: 'PRODUCT_SALES', goal: 'CLICK', ...CPC, ...NO_PIXEL },
  { objective: 'PRODUCT_SALES', ...VALUE, ...SHOPPING },
  { objective: 'PRODUCT_SALES', goal: 'INSTALL', ...OCPM, ...NO_PIXEL, promotions: APPS },
  {
    objective: 'PRODUCT_SALES',
    goal: 'IN_APP_EVENT',
    ...OCPM,
    event: 'any',
    pixel: 'none',
    promotions: APPS,
  },
];

/** Goals that TikTok no longer creates, or never did, and what to use instead. Null: it is a filter only. */
export const RETIRED_GOALS: ReadonlyMap<string, string | null> = new Map([
  ['VIDEO_VIEW', 'ENGAGED_VIEW'],
  ['PROFILE_VIEWS', 'PAGE_VISIT'],
  ['PAGE_VISITS', 'PAGE_VISIT'],
  ['CONVERSION_LEADS', 'LEAD_GENERATION'],
  ['LEADS', 'LEAD_GENERATION'],
  ['GMV', null],
  ['PURCHASES', null],
  ['INITIATE_CHECKOUTS', null],
]);
