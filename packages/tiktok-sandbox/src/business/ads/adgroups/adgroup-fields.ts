import type { JsonObject } from '../../../open-api/api-call.js';
import { wordsOf } from '../../wire/words.js';

/** Lists that are shown empty while they are unset. */
const LISTS = wordsOf(`
  tiktok_subplacements zipcode_ids languages operating_systems network_types device_model_ids isp_ids carrier_ids
  audience_ids excluded_audience_ids interest_category_ids interest_keyword_ids purchase_intention_keyword_ids
  actions contextual_tag_ids category_exclusion_ids included_custom_actions excluded_custom_actions
  blocked_pangle_app_ids household_income location_ids`);

const NUMBERS = wordsOf(`bid_price conversion_bid_price deep_cpa_bid scheduled_budget`);

const FLAGS = wordsOf(`
  comment_disabled video_download_disabled share_disabled search_result_enabled skip_learning_phase is_hfss
  is_lhf_compliance is_smart_performance_campaign auto_targeting_enabled inventory_filter_enabled`);

/** Fields that are shown as null while they are unset. */
const NULLS = wordsOf(`
  adgroup_app_profile_page_state age_groups app_config app_download_url app_id app_type attribution_event_count
  audience_rule automated_keywords_enabled brand_safety_partner click_attribution_window conversion_window
  custom_conversion_id deep_bid_type deep_funnel_event_source deep_funnel_event_source_id
  deep_funnel_optimization_event deep_funnel_optimization_status delivery_mode device_price_ranges
  engaged_view_attribution_window feed_type frequency frequency_schedule keywords next_day_retention
  optimization_event pixel_id promotion_type purchased_impression purchased_reach rf_estimated_cpr
  rf_estimated_frequency rf_purchased_type schedule_infos secondary_optimization_event smart_audience_enabled
  smart_interest_behavior_enabled statistic_type vbo_window vertical_sensitivity_id view_attribution_window
  shopping_ads_retargeting_type shopping_ads_retargeting_actions_days
  shopping_ads_retargeting_custom_audience_relation`);

/** Fields that are omitted while they do not apply. Source: TikTok's page "Get ad groups", "Returned when". */
const WHEN_SET = wordsOf(`
  promotion_target_type identity_id identity_type identity_authorized_bc_id roas_bid catalog_id
  catalog_authorized_bc_id store_id store_authorized_bc_id shopping_ads_type messaging_app_type
  messaging_app_account_id message_event_set_id phone_region_code phone_region_calling_code phone_number
  ios14_targeting min_android_version min_ios_version search_keywords saved_audience_id audience_type minis_id
  cpv_video_duration split_test_group_id split_test_status topview_reach_range exclude_age_under_eighteen
  included_pangle_audience_package_ids excluded_pangle_audience_package_ids event_source_ids pre_discount_cpm cpm
  discount_type discount_amount discount_percentage pre_discount_budget predict_impression schedule_id
  campaign_system_origin`);

/** Fields that are always shown, with their defaults. */
const CONSTANTS: JsonObject = {
  gender: 'GENDER_UNLIMITED',
  spending_power: 'ALL',
  brand_safety_type: 'NO_BRAND_SAFETY',
  creative_material_mode: 'CUSTOM',
  bid_type: 'BID_TYPE_NO_BID',
  bid_display_mode: 'CPMV',
  category_id: '0',
  dayparting: '1'.repeat(336),
  ios14_quota_type: 'UNOCCUPIED',
  product_source: 'UNSET',
  promotion_website_type: 'UNSET',
  targeting_expansion: { expansion_types: [], expansion_enabled: false },
};

/** Defaults of an ad group's fields, as seen on new groups. */
export const UNSET_ADGROUP: JsonObject = {
  ...Object.fromEntries(NULLS.map((name) => [name, null])),
  ...Object.fromEntries(NUMBERS.map((name) => [name, 0])),
  ...Object.fromEntries(FLAGS.map((name) => [name, false])),
  ...Object.fromEntries(LISTS.map((name) => [name, []])),
  ...CONSTANTS,
};

/** Fields that the sandbox sets itself, and fields that are accepted only at creation. */
const DERIVED = wordsOf(`
  advertiser_id campaign_id campaign_name campaign_automation_type adgroup_id adgroup_name budget_mode budget
  schedule_type schedule_start_time schedule_end_time operation_status secondary_status create_time modify_time
  is_new_structure placement_type placements billing_event optimization_goal pacing`);

/** Every field that `fields` may name. */
export const ADGROUP_FIELDS: ReadonlySet<string> = new Set([
  ...Object.keys(UNSET_ADGROUP),
  ...WHEN_SET,
  ...DERIVED,
]);

/** Fields with their own property on an ad group, and parameters of the call. */
export const OWN_ADGROUP_FIELDS = [
  'advertiser_id',
  'campaign_id',
  'adgroup_id',
  'adgroup_name',
  'budget_mode',
  'budget',
  'schedule_start_time',
  'schedule_end_time',
  'operation_status',
  'request_id',
  'context_info',
];
