import { words } from './words.js';

/** Metrics by what they count. Source: business reference §7, "Metrics". */
export const GROUPS = {
  core: words(`spend billed_cost cpc cpm impressions clicks ctr`),
  funding: words(`cash_spend voucher_spend`),
  gross: words(`gross_impressions`),
  reach: words(`reach cost_per_1000_reached frequency average_video_play_per_user`),
  conversion: words(`conversion cost_per_conversion conversion_rate conversion_rate_v2`),
  realTimeConversion: words(`real_time_conversion real_time_cost_per_conversion real_time_conversion_rate
    real_time_conversion_rate_v2`),
  result: words(`result cost_per_result result_rate`),
  realTimeResult: words(`real_time_result real_time_cost_per_result real_time_result_rate`),
  secondaryResult: words(`secondary_goal_result cost_per_secondary_goal_result secondary_goal_result_rate`),
  video: words(`video_play_actions video_watched_2s video_watched_6s video_views_p25 video_views_p50
    video_views_p75 video_views_p100 average_video_play`),
  focusedView: words(`engaged_view engaged_view_15s`),
  social: words(`follows likes comments shares profile_visits profile_visits_rate clicks_on_music_disc`),
  engagement: words(`engagements engagement_rate duet_clicks stitch_clicks anchor_clicks
    clicks_on_hashtag_challenge live_views live_unique_views live_product_clicks`),
  landingPage: words(`total_landing_page_view cost_per_landing_page_view landing_page_view_rate`),
} as const satisfies Record<string, readonly string[]>;

export type Group = keyof typeof GROUPS;

/** Attributes of objects, by the widest level that has them. */
export const ATTRIBUTES = {
  account: words(`advertiser_name advertiser_id currency timezone`),
  campaign: words(`campaign_name campaign_id objective_type app_promotion_type campaign_budget
    campaign_dedicate_type rf_campaign_type split_test campaign_automation_type`),
  ad_group:
    words(`adgroup_name adgroup_id placement_type promotion_type budget bid bid_secondary_goal bid_strategy
    billing_event pricing_category smart_target dpa_target_audience_type opt_status is_aco tt_app_id tt_app_name
    mobile_app_id`),
  ad: words(`ad_name ad_id ad_text ad_text_list ad_url call_to_action image_mode video_id identity_id tiktok_item_id
    is_smart_creative`),
} as const;
