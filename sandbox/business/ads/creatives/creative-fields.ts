import type { JsonObject } from '../../../open-api/api-call.js';

const NULLS = [
  'ad_texts',
  'ad_text',
  'image_ids',
  'video_id',
  'music_id',
  'tiktok_item_id',
  'page_id',
  'card_id',
  'call_to_action',
  'call_to_action_id',
  'landing_page_url',
  'landing_page_urls',
  'cpp_url',
  'utm_params',
  'tracking_app_id',
  'tracking_message_event_set_id',
  'click_tracking_url',
  'impression_tracking_url',
  'video_view_tracking_url',
  'creative_type',
  'dark_post_status',
  'catalog_id',
  'product_specific_type',
  'item_group_ids',
  'product_set_id',
  'sku_ids',
  'showcase_products',
  'phone_region_code',
  'phone_region_calling_code',
  'phone_number',
  'auto_message_id',
  'optimization_event',
  'identity_authorized_bc_id',
  'item_duet_status',
  'item_stitch_status',
  'aigc_disclosure_type',
  'vertical_video_strategy',
  'dynamic_format',
];

/** What a creative's fields are as long as nobody sets them; values of the official sample. */
export const UNSET_CREATIVE: JsonObject = {
  ...Object.fromEntries(NULLS.map((name) => [name, null])),
  deeplink: '',
  deeplink_type: 'NORMAL',
  fallback_type: 'UNSET',
  // The one id that is a number.
  tracking_pixel_id: 0,
  tracking_offline_event_set_ids: [],
  is_aco: false,
  is_new_structure: true,
  creative_authorized: false,
  promotional_music_disabled: true,
  vast_moat_enabled: false,
  playable_url: '',
  brand_safety_postbid_partner: 'UNSET',
  viewability_postbid_partner: 'UNSET',
  app_name: '',
};

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

/** What an ad keeps by itself. */
export const OWN_AD_FIELDS = ['ad_id', 'ad_name', 'operation_status'];
