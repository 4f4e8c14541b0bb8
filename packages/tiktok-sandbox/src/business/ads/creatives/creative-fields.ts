import type { JsonObject } from '../../../open-api/api-call.js';
import { wordsOf } from '../../wire/words.js';

const NULLS = wordsOf(`
  ad_texts ad_text video_id music_id page_id card_id call_to_action_id landing_page_urls click_tracking_url
  impression_tracking_url creative_type optimization_event viewability_vast_url brand_safety_vast_url`);

/** Fields that every ad has, with their defaults from the official samples. */
export const UNSET_CREATIVE: JsonObject = {
  ...Object.fromEntries(NULLS.map((name) => [name, null])),
  image_ids: [],
  landing_page_url: '',
  deeplink: '',
  deeplink_type: 'NORMAL',
  fallback_type: 'UNSET',
  vertical_video_strategy: 'UNSET',
  // The only id that is a number.
  tracking_pixel_id: 0,
  tracking_offline_event_set_ids: [],
  is_aco: false,
  is_new_structure: true,
  creative_authorized: false,
  vast_moat_enabled: false,
  playable_url: '',
  brand_safety_postbid_partner: 'UNSET',
  viewability_postbid_partner: 'UNSET',
  app_name: '',
  campaign_automation_type: 'MANUAL',
};

/** Shown for ads with a TikTok post (Spark Ads), and for shopping ads, also when they are not set. */
export const SPARK_ONLY: JsonObject = { promotional_music_disabled: true };
export const SHOPPING_ONLY: JsonObject = {
  shopping_ads_fallback_type: 'DEFAULT',
  dynamic_destination: 'UNSET',
};

/** Fields that are omitted unless set: they apply to some kinds of ad only. */
const WHEN_SET = wordsOf(`
  smart_plus_ad_id call_to_action tiktok_item_id tracking_app_id tracking_message_event_set_id video_view_tracking_url cpp_url
  utm_params deeplink_utm_params deeplink_format_type dark_post_status catalog_id product_specific_type
  item_group_id item_group_ids product_set_id sku_ids store_id showcase_products phone_region_code
  phone_region_calling_code phone_number auto_message_id identity_authorized_bc_id item_duet_status
  item_stitch_status aigc_disclosure_type dynamic_format branded_content_disabled carousel_image_index
  carousel_image_labels disclaimer_type disclaimer_text disclaimer_clickable_texts shopping_ads_deeplink_type
  shopping_ads_video_package_id tiktok_page_category campaign_system_origin end_card_cta product_display_field_list
  auto_disclaimer_types ad_ref_pixel_id shopping_deeplink_type creative_auto_enhancement_strategy_list
  instant_product_page_used page_image_index schedule_id vehicle_ids`);

const DERIVED = wordsOf(`
  ad_id ad_name ad_format advertiser_id campaign_id campaign_name adgroup_id adgroup_name identity_id identity_type
  display_name profile_image_url avatar_icon_web_uri operation_status secondary_status create_time modify_time`);

/** Every field that `fields` may name. */
export const AD_FIELDS: ReadonlySet<string> = new Set([
  ...Object.keys(UNSET_CREATIVE),
  ...Object.keys(SPARK_ONLY),
  ...Object.keys(SHOPPING_ONLY),
  ...WHEN_SET,
  ...DERIVED,
]);

/** With `patch_update` no other fields may be sent. */
export const PATCHABLE = [
  'ad_id',
  'ad_name',
  'identity_id',
  'identity_type',
  'identity_authorized_bc_id',
  'video_id',
  'image_ids',
  'music_id',
  'tiktok_item_id',
  'ad_text',
];

/** Fields with their own property on an ad. */
export const OWN_AD_FIELDS = ['ad_id', 'ad_name', 'operation_status'];
