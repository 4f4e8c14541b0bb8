import { invalidParam } from '../wire/business-error.js';
import type { Params } from '../wire/params.js';

const LISTS: Readonly<Record<string, readonly string[]>> = {
  age_groups: ['AGE_13_17', 'AGE_18_24', 'AGE_25_34', 'AGE_35_44', 'AGE_45_54', 'AGE_55_100'],
  operating_systems: ['ANDROID', 'IOS'],
  network_types: ['WIFI', '2G', '3G', '4G', '5G'],
  placements: ['PLACEMENT_TIKTOK', 'PLACEMENT_PANGLE', 'PLACEMENT_GLOBAL_APP_BUNDLE'],
  tiktok_subplacements: ['IN_FEED', 'SEARCH_FEED', 'TIKTOK_LITE', 'LEMON8'],
  household_income: ['TOP5', 'TOP10', 'TOP10_25', 'TOP25_50'],
};

const WINDOWS =
  'OFF ZERO_DAY ONE_DAY SEVEN_DAYS FOURTEEN_DAYS TWENTY_EIGHT_DAYS THIRTY_DAYS THIRTY_TWO_DAYS'.split(' ');

const SINGLES: Readonly<Record<string, readonly string[]>> = {
  gender: ['GENDER_UNLIMITED', 'GENDER_MALE', 'GENDER_FEMALE'],
  deep_bid_type: 'DEFAULT MIN PACING VO_MIN VO_MIN_ROAS VO_HIGHEST_VALUE AEO'.split(' '),
  spending_power: ['ALL', 'HIGH'],
  ios14_targeting: ['UNSET', 'IOS14_MINUS', 'IOS14_PLUS', 'ALL'],
  brand_safety_type:
    'NO_BRAND_SAFETY EXPANDED_INVENTORY STANDARD_INVENTORY LIMITED_INVENTORY THIRD_PARTY'.split(' '),
  click_attribution_window: WINDOWS,
  view_attribution_window: WINDOWS,
  engaged_view_attribution_window: WINDOWS,
  attribution_event_count: ['EVERY', 'ONCE', 'UNSET'],
  creative_material_mode: ['CUSTOM', 'DYNAMIC', 'SMART_CREATIVE'],
  shopping_ads_type: ['VIDEO', 'LIVE', 'PRODUCT_SHOPPING_ADS', 'CATALOG_LISTING_ADS'],
};

/** Checks the fields of an ad group that only have to be one of their values. @throws BusinessError 40002 */
export function checkEnumFields(params: Params): void {
  for (const [key, known] of Object.entries(SINGLES)) params.oneOf(key, known);
  for (const [key, known] of Object.entries(LISTS)) requireKnown(params, key, known);
}

function requireKnown(params: Params, key: string, known: readonly string[]): void {
  const unknown = params.texts(key)?.find((value) => !known.includes(value));
  if (unknown !== undefined) throw invalidParam(`${key}: ${unknown} must be one of: ${known.join(', ')}.`);
}
