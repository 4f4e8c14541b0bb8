import type { Level } from './attributes.js';
import { wordsOf } from '../wire/words.js';

export const REPORT_TYPES = ['BASIC', 'AUDIENCE', 'PLAYABLE_MATERIAL', 'CATALOG', 'BC', 'TT_SHOP'] as const;
export const DATA_LEVELS = [
  'AUCTION_AD',
  'AUCTION_ADGROUP',
  'AUCTION_CAMPAIGN',
  'AUCTION_ADVERTISER',
] as const;

export type DataLevel = (typeof DATA_LEVELS)[number];

export const LEVEL_OF: Record<DataLevel, Level> = {
  AUCTION_AD: 'ad',
  AUCTION_ADGROUP: 'adgroup',
  AUCTION_CAMPAIGN: 'campaign',
  AUCTION_ADVERTISER: 'advertiser',
};

export const ID_DIMENSIONS: Readonly<Record<string, Level>> = {
  advertiser_id: 'advertiser',
  campaign_id: 'campaign',
  adgroup_id: 'adgroup',
  ad_id: 'ad',
  ad_id_v2: 'ad',
};

export const TIME_DIMENSIONS = ['stat_time_day', 'stat_time_hour'] as const;

/** Shares by which figures are split over an audience; they add up to 1. */
export const AUDIENCE_SHARES: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  gender: [
    ['FEMALE', 0.52],
    ['MALE', 0.45],
    ['NONE', 0.03],
  ],
  age: [
    ['AGE_13_17', 0.02],
    ['AGE_18_24', 0.33],
    ['AGE_25_34', 0.31],
    ['AGE_35_44', 0.18],
    ['AGE_45_54', 0.1],
    ['AGE_55_100', 0.06],
  ],
  country_code: [['', 1]],
  ac: [
    ['WIFI', 0.58],
    ['4G', 0.27],
    ['5G', 0.15],
  ],
  language: [
    ['en', 0.8],
    ['es', 0.12],
    ['ja', 0.08],
  ],
  platform: [
    ['ANDROID', 0.47],
    ['IPHONE', 0.5],
    ['IPAD', 0.03],
  ],
  placement: [['TikTok', 1]],
  interest_category: [
    ['26', 0.4],
    ['14', 0.35],
    ['11', 0.25],
  ],
  contextual_tag: [
    ['1001', 0.6],
    ['1002', 0.4],
  ],
  province_id: [
    ['5332921', 0.5],
    ['5128638', 0.5],
  ],
  dma_id: [
    ['501', 0.6],
    ['803', 0.4],
  ],
};

/** Further breakdowns, of which nothing in the sandbox has figures. */
const EMPTY_DIMENSIONS: Readonly<Record<'BASIC' | 'AUDIENCE', readonly string[]>> = {
  BASIC: wordsOf(`ad_type custom_event_type event_source_id page_id component_name room_id post_id image_id
    video_material_id search_terms search_keyword match_type skan_postback_sequence minis_id`),
  AUDIENCE:
    wordsOf(`ad_type hashtag audience_tags additional_interests purchase_intention behavior_id bucket_id
    device_brand_id interest_category_tier2 interest_category_tier3 interest_category_tier4`),
};

/** The kinds of report that a breakdown is for; undefined for what TikTok does not know. */
export function kindsOfBreakdown(name: string): ('BASIC' | 'AUDIENCE')[] | undefined {
  const kinds = (['BASIC', 'AUDIENCE'] as const).filter(
    (kind) =>
      EMPTY_DIMENSIONS[kind].includes(name) ||
      (Object.hasOwn(AUDIENCE_SHARES, name) && (kind === 'AUDIENCE' || name === 'country_code')),
  );
  return kinds.length > 0 ? kinds : undefined;
}
