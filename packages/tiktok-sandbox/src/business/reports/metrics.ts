import { eventMetric } from './event-metrics.js';
import {
  costPer,
  count,
  type Metric,
  money,
  never,
  percent,
  perReached,
  ratio,
  reach,
  sum,
  zero,
} from './metric.js';

/** What TikTok counts as an interaction with an ad. */
const ENGAGED = ['clicks', 'likes', 'comments', 'shares', 'follows'] as const;

/** Measured here. Source: business reference §7, "Metrics". */
const MEASURED: Readonly<Record<string, Metric>> = {
  spend: money('spend'),
  billed_cost: money('spend'),
  cash_spend: money('spend'),
  voucher_spend: zero('price'),
  cpc: costPer('clicks', 'price'),
  cpm: costPer('impressions', 'price', 1000),
  impressions: count('impressions'),
  gross_impressions: count('impressions'),
  clicks: count('clicks'),
  ctr: percent('clicks', 'impressions'),
  reach,
  cost_per_1000_reached: perReached('spend', 'cost', 1000),
  frequency: perReached('impressions', 'ratio'),
  conversion: count('conversion'),
  cost_per_conversion: costPer('conversion'),
  conversion_rate: percent('conversion', 'clicks'),
  conversion_rate_v2: percent('conversion', 'impressions'),
  real_time_conversion: count('conversion'),
  real_time_cost_per_conversion: costPer('conversion'),
  real_time_conversion_rate: percent('conversion', 'clicks'),
  real_time_conversion_rate_v2: percent('conversion', 'impressions'),
  result: count('result'),
  cost_per_result: costPer('result', 'resultCost'),
  result_rate: percent('result', 'impressions'),
  real_time_result: count('result'),
  real_time_cost_per_result: costPer('result', 'resultCost'),
  real_time_result_rate: percent('result', 'impressions'),
  secondary_goal_result: never,
  cost_per_secondary_goal_result: never,
  secondary_goal_result_rate: never,
  video_play_actions: count('videoPlays'),
  video_watched_2s: count('watched2s'),
  video_watched_6s: count('watched6s'),
  video_views_p25: count('watched25'),
  video_views_p50: count('watched50'),
  video_views_p75: count('watched75'),
  video_views_p100: count('watched100'),
  average_video_play: ratio('watchedSeconds', 'videoPlays'),
  average_video_play_per_user: perReached('watchedSeconds', 'ratio'),
  engaged_view: count('watched6s'),
  engaged_view_15s: count('watched100'),
  engagements: sum(...ENGAGED),
  engagement_rate: percentOfImpressions(sum(...ENGAGED)),
  follows: count('follows'),
  likes: count('likes'),
  comments: count('comments'),
  shares: count('shares'),
  profile_visits: count('profileVisits'),
  profile_visits_rate: percent('profileVisits', 'impressions'),
  total_purchase_value: money('purchaseValue'),
  total_active_pay_roas: ratio('purchaseValue', 'spend'),
  complete_payment: count('completePayment'),
  complete_payment_roas: ratio('purchaseValue', 'spend'),
  cost_per_complete_payment: costPer('completePayment'),
  complete_payment_rate: percent('completePayment', 'clicks'),
  value_per_complete_payment: ratio('purchaseValue', 'completePayment'),
  total_complete_payment_rate: money('purchaseValue'),
  total_landing_page_view: count('landingPageViews'),
  cost_per_landing_page_view: costPer('landingPageViews'),
  landing_page_view_rate: percent('landingPageViews', 'clicks'),
};

function percentOfImpressions({ read }: Metric): Metric {
  return {
    kind: 'ratio',
    read: (figures) => (figures.impressions === 0 ? 0 : (100 * (read(figures) ?? 0)) / figures.impressions),
  };
}

/** SKAdNetwork figures are for campaigns dedicated to iOS 14, of which there are none. */
const SKAN = /^skan_\w+$/;

/** @returns undefined for what TikTok does not document */
export function metricNamed(name: string): Metric | undefined {
  if (Object.hasOwn(MEASURED, name)) return MEASURED[name];
  return SKAN.test(name) ? never : eventMetric(name);
}

/** Metrics that are amounts of money. */
export function isCost(name: string): boolean {
  return /spend|cost|^cpc$|^cpm$|value/.test(name);
}
