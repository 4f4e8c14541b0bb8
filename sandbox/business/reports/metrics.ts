import type { FigureName, Figures } from './figure-names.js';

/** A metric as text, or `-` where it does not apply; all are strings on the wire. */
type Metric = (figures: Figures) => string;

export const NOT_APPLICABLE = '-';

const count =
  (name: FigureName): Metric =>
  (figures) =>
    String(figures[name]);
const money =
  (name: FigureName): Metric =>
  (figures) =>
    figures[name].toFixed(2);
const ratio = (top: number, bottom: number, factor = 1): string =>
  (bottom === 0 ? 0 : (top / bottom) * factor).toFixed(2);
/** Percent, as a number without the sign. */
const percent =
  (top: FigureName, bottom: FigureName): Metric =>
  (figures) =>
    ratio(figures[top], figures[bottom], 100);
const costPer =
  (name: FigureName): Metric =>
  (figures) =>
    ratio(figures.spend, figures[name]);
const sum =
  (...names: FigureName[]): Metric =>
  (figures) =>
    String(names.reduce((total, name) => total + figures[name], 0));
const zero: Metric = () => '0';
const never: Metric = () => NOT_APPLICABLE;

/** People see an ad more than once, the longer it runs the more often. */
function reached({ impressions, days }: Figures): number {
  return impressions === 0
    ? 0
    : Math.max(1, Math.round(impressions / (1.12 + 0.12 * Math.log2(Math.max(1, days)))));
}

/** Those that an audience report can have too. */
export const AUDIENCE_METRICS: Readonly<Record<string, Metric>> = {
  spend: money('spend'),
  cpc: costPer('clicks'),
  cpm: (figures) => ratio(figures.spend, figures.impressions, 1000),
  impressions: count('impressions'),
  gross_impressions: count('impressions'),
  clicks: count('clicks'),
  ctr: percent('clicks', 'impressions'),
  conversion: count('conversion'),
  cost_per_conversion: costPer('conversion'),
  conversion_rate: percent('conversion', 'clicks'),
  conversion_rate_v2: percent('conversion', 'impressions'),
  real_time_conversion: count('conversion'),
  real_time_cost_per_conversion: costPer('conversion'),
  real_time_conversion_rate: percent('conversion', 'clicks'),
  result: count('conversion'),
  cost_per_result: costPer('conversion'),
  result_rate: percent('conversion', 'impressions'),
  real_time_result: count('conversion'),
  real_time_cost_per_result: costPer('conversion'),
  real_time_result_rate: percent('conversion', 'impressions'),
};

/** Source: business reference §7, "Metrics". */
export const METRICS: Readonly<Record<string, Metric>> = {
  ...AUDIENCE_METRICS,
  billed_cost: money('spend'),
  cash_spend: money('spend'),
  voucher_spend: () => '0.00',
  reach: (figures) => String(reached(figures)),
  cost_per_1000_reached: (figures) => ratio(figures.spend, reached(figures), 1000),
  frequency: (figures) => ratio(figures.impressions, reached(figures)),
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
  average_video_play: (figures) => ratio(figures.watchedSeconds, figures.videoPlays),
  average_video_play_per_user: (figures) => ratio(figures.watchedSeconds, reached(figures)),
  engaged_view: count('watched6s'),
  engaged_view_15s: count('watched100'),
  engagements: sum('clicks', 'likes', 'comments', 'shares', 'follows'),
  engagement_rate: (figures) =>
    ratio(figures.clicks + figures.likes + figures.comments + figures.shares, figures.impressions, 100),
  follows: count('follows'),
  likes: count('likes'),
  comments: count('comments'),
  shares: count('shares'),
  profile_visits: count('profileVisits'),
  profile_visits_rate: percent('profileVisits', 'impressions'),
  clicks_on_music_disc: zero,
  duet_clicks: zero,
  stitch_clicks: zero,
  anchor_clicks: zero,
  clicks_on_hashtag_challenge: zero,
  live_views: zero,
  live_unique_views: zero,
  live_product_clicks: zero,
  app_install: never,
  cost_per_app_install: never,
  registration: never,
  purchase: never,
  checkout: never,
  view_content: never,
  total_purchase_value: money('purchaseValue'),
  total_active_pay_roas: (figures) => ratio(figures.purchaseValue, figures.spend),
  complete_payment: count('completePayment'),
  complete_payment_roas: (figures) => ratio(figures.purchaseValue, figures.spend),
  cost_per_complete_payment: costPer('completePayment'),
  complete_payment_rate: percent('completePayment', 'clicks'),
  value_per_complete_payment: (figures) => ratio(figures.purchaseValue, figures.completePayment),
  total_complete_payment_rate: money('purchaseValue'),
  total_landing_page_view: count('landingPageViews'),
  cost_per_landing_page_view: costPer('landingPageViews'),
  landing_page_view_rate: percent('landingPageViews', 'clicks'),
  button_click: zero,
  form: zero,
  initiate_checkout: zero,
  web_event_add_to_cart: zero,
  on_web_order: zero,
  page_content_view_events: zero,
};

/** Families that the sandbox never measures. */
const UNMEASURED = /^(?:skan|onsite|offline|messaging|vta|cta|evta|live|unique)_\w+$/;

export function metricNamed(name: string): Metric | undefined {
  return Object.hasOwn(METRICS, name) ? METRICS[name] : UNMEASURED.test(name) ? never : undefined;
}

/** Metrics that are amounts of money. */
export function isCost(name: string): boolean {
  return /spend|cost|^cpc$|^cpm$|value/.test(name);
}
