import type { AdRow, WireBody } from '../../../tiktok/index.js';

// Fields that TikTok lets an update carry. The others are fixed when the object is created, and an update with them is
// refused. Corrections §2b, business reference §4 and §5.
const AD_GROUP = [
  'adgroup_name',
  'budget',
  'bid_type',
  'bid_price',
  'conversion_bid_price',
  'deep_bid_type',
  'roas_bid',
  'schedule_type',
  'schedule_end_time',
  'dayparting',
  'pacing',
  'frequency',
  'frequency_schedule',
  'location_ids',
  'zipcode_ids',
  'age_groups',
  'gender',
  'languages',
  'operating_systems',
  'network_types',
  'carrier_ids',
  'device_model_ids',
  'device_price_ranges',
  'min_android_version',
  'min_ios_version',
  'audience_ids',
  'excluded_audience_ids',
  'interest_category_ids',
  'interest_keyword_ids',
  'purchase_intention_keyword_ids',
  'actions',
  'spending_power',
  'household_income',
  'pixel_id',
  'optimization_event',
  'comment_disabled',
  'share_disabled',
  'search_result_enabled',
] as const;
/** The campaign decides them while its budget is spread. */
const OF_CAMPAIGN = new Set<string>(['budget', 'bid_type', 'pacing']);
const AD = [
  'ad_name',
  'ad_format',
  'identity_type',
  'identity_id',
  'identity_authorized_bc_id',
  'video_id',
  'image_ids',
  'music_id',
  'tiktok_item_id',
  'dark_post_status',
  'ad_text',
  'call_to_action',
  'call_to_action_id',
  'landing_page_url',
  'page_id',
  'tiktok_page_category',
  'deeplink',
  'deeplink_type',
  'fallback_type',
  'utm_params',
  'tracking_pixel_id',
  'tracking_app_id',
  'tracking_offline_event_set_ids',
  'impression_tracking_url',
  'click_tracking_url',
  'video_view_tracking_url',
  'catalog_id',
  'product_specific_type',
  'item_group_ids',
  'product_set_id',
  'sku_ids',
] as const;

/** What a manual ad group must keep when it is replaced. */
export function keptAdGroup(data: AdRow, isOptimized: boolean): WireBody {
  return kept(
    data,
    AD_GROUP.filter((field) => !isOptimized || !OF_CAMPAIGN.has(field)),
  );
}

/** What a manual ad must keep when it is replaced. */
export function keptAd(data: AdRow): WireBody {
  return kept(data, AD);
}

/** Drops what is absent. In a change, null means absent. */
export function present(fields: Record<string, unknown>): WireBody {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  );
}

function kept(data: AdRow, fields: readonly string[]): WireBody {
  return Object.fromEntries(fields.flatMap((field) => (isSet(data[field]) ? [[field, data[field]]] : [])));
}

/** TikTok writes null, 0, an empty text or an empty list for what is not set. */
function isSet(value: unknown): boolean {
  const isEmpty = value === undefined || value === null || value === '' || value === 0 || value === 'UNSET';
  return !isEmpty && !(Array.isArray(value) && value.length === 0);
}
