import { wordsOf } from '../../wire/words.js';

/** Fields beside the targeting that are kept as they were sent. Source: the models of the official SDK. */
export const SENT_ADGROUP_FIELDS = wordsOf(`
  app_id attribution_event_count bid_price bid_type billing_event catalog_authorized_bc_id catalog_id
  click_attribution_window comment_disabled conversion_bid_price custom_conversion_id dayparting deep_bid_type
  deep_cpa_bid deep_funnel_event_source deep_funnel_event_source_id deep_funnel_optimization_event
  deep_funnel_optimization_status engaged_view_attribution_window identity_authorized_bc_id identity_id identity_type
  is_hfss is_lhf_compliance message_event_set_id messaging_app_account_id messaging_app_type min_budget minis_id
  optimization_event optimization_goal phone_info pixel_id placement_type placements product_source
  promotion_target_type promotion_type promotion_website_type roas_bid schedule_type share_disabled
  suggestion_audience_enabled targeting_optimization_mode tiktok_subplacements vbo_window video_download_disabled
  view_attribution_window`);

export const TARGETING_FIELDS = wordsOf(`
  actions age_groups audience_ids blocked_pangle_app_ids carrier_ids device_model_ids device_price_ranges
  excluded_audience_ids excluded_pangle_audience_package_ids gender household_income
  included_pangle_audience_package_ids interest_category_ids interest_keyword_ids ios14_targeting isp_ids languages
  location_ids min_android_version min_ios_version network_types operating_systems purchase_intention_keyword_ids
  saved_audience_id smart_audience_enabled smart_interest_behavior_enabled spc_audience_age spending_power
  zipcode_ids`);

const DERIVED = wordsOf(`
  advertiser_id campaign_id campaign_name adgroup_id adgroup_name targeting_spec budget_mode budget scheduled_budget
  pacing schedule_start_time schedule_end_time operation_status secondary_status create_time modify_time`);

/** Every field that `fields` may name. */
export const SMART_PLUS_ADGROUP_FIELDS: ReadonlySet<string> = new Set([...SENT_ADGROUP_FIELDS, ...DERIVED]);

/** What an update may change besides name, schedule, budget and targeting; other keys are dropped. Corrections §3. */
export const UPDATABLE_ADGROUP_FIELDS = wordsOf(`
  dayparting targeting_optimization_mode comment_disabled share_disabled suggestion_audience_enabled min_budget is_hfss
  is_lhf_compliance`);

/** Changed on one ad group, these change on all of the campaign. */
export const BID_FIELDS = ['bid_price', 'conversion_bid_price', 'roas_bid'] as const;
