/** The metrics that a sync stores. Names of objects are not among them: our copy of the objects has those. */
export const STORED_METRICS: readonly string[] = [
  ...['spend', 'impressions', 'clicks', 'ctr', 'cpc', 'cpm'],
  ...['reach', 'frequency', 'cost_per_1000_reached'],
  ...['conversion', 'cost_per_conversion', 'conversion_rate', 'conversion_rate_v2'],
  ...['real_time_conversion', 'real_time_cost_per_conversion'],
  ...['result', 'cost_per_result', 'result_rate'],
  ...['video_play_actions', 'video_watched_2s', 'video_watched_6s', 'average_video_play'],
  ...['video_views_p25', 'video_views_p50', 'video_views_p75', 'video_views_p100'],
  ...['likes', 'comments', 'shares', 'follows', 'profile_visits'],
  ...['complete_payment', 'cost_per_complete_payment', 'complete_payment_roas'],
];
