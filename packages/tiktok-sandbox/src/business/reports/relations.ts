import { wordsOf } from '../wire/words.js';

const CORE = wordsOf(`spend cpc cpm impressions clicks ctr conversion cost_per_conversion conversion_rate`);
const BY_IMPRESSIONS = ['conversion_rate_v2'];
/** Not in the table of `country_code`, but asked for with it in production. */
const V2 = [...BY_IMPRESSIONS, 'real_time_conversion_rate_v2'];
const REAL_TIME = wordsOf(`real_time_conversion real_time_cost_per_conversion real_time_conversion_rate`);
const RESULTS = wordsOf(`result cost_per_result result_rate`);
const REAL_TIME_RESULTS = wordsOf(`real_time_result real_time_cost_per_result real_time_result_rate`);
const GROSS = ['gross_impressions'];
const VIDEO = wordsOf(`video_play_actions video_watched_2s video_watched_6s average_video_play
  video_views_p25 video_views_p50 video_views_p75 video_views_p100`);
const FOCUSED = wordsOf(`engaged_view engaged_view_15s`);
const SOCIAL = wordsOf(
  `follows likes comments shares profile_visits profile_visits_rate clicks_on_music_disc`,
);
const LANDING_PAGE = wordsOf(`total_landing_page_view cost_per_landing_page_view landing_page_view_rate`);
const SKAN = wordsOf(`skan_conversion skan_app_install skan_cost_per_app_install skan_app_install_withheld`);
const SKAN_COSTS = wordsOf(`skan_cost_per_conversion skan_conversion_rate`);
const INSTANT = wordsOf(`ix_page_duration_avg ix_page_viewrate_avg ix_video_views ix_video_views_p25
  ix_video_views_p50 ix_video_views_p75 ix_video_views_p100 ix_average_video_play`);
const APP_AND_WEB = ['app_install', 'registration', 'purchase', 'complete_payment', 'page_browse_view']
  .concat('button_click', 'online_consult', 'form', 'download_start')
  .flatMap((event) => [event, `cost_per_${event}`, `${event}_rate`]);
const SHOP = ['onsite_add_to_wishlist', 'onsite_shopping', 'onsite_initiate_checkout_count']
  .concat('onsite_on_web_detail', 'onsite_on_web_cart')
  .flatMap((event) => [
    event,
    `cost_per_${event}`,
    `${event}_rate`,
    `value_per_${event}`,
    `total_${event}_value`,
  ])
  .concat('onsite_shopping_roas')
  .concat('ix_product_click_count', 'cost_per_ix_product_click_count', 'ix_product_click_count_rate');

const BY_TYPE = [...CORE, ...GROSS, ...REAL_TIME, ...VIDEO, ...FOCUSED, ...SOCIAL, ...LANDING_PAGE, ...SKAN];
const BY_COUNTRY = [...CORE, ...GROSS, ...REAL_TIME, ...V2, ...VIDEO, ...FOCUSED, ...SOCIAL, ...LANDING_PAGE];
const BY_COUNTRY_AT_ONCE = wordsOf(`reach frequency live_product_clicks real_time_app_install
  real_time_app_install_cost`);
const BY_PAGE = [...CORE, ...GROSS, ...V2, ...REAL_TIME, ...INSTANT];
const BY_ROOM = [...CORE, ...BY_IMPRESSIONS, ...SHOP];

/** Metrics that go with a dimension; `atOnce` only in synchronous reports. */
interface Relation {
  readonly always: readonly string[];
  readonly atOnce?: readonly string[];
}

/**
 * Dimensions of BASIC reports that go only with some metrics. The others go with all.
 * Source: TikTok's pages 1759239462689793 and 1762404685488130.
 */
const BASIC: Readonly<Record<string, Relation>> = {
  ad_type: { always: BY_TYPE, atOnce: SKAN_COSTS },
  country_code: {
    always: BY_COUNTRY,
    atOnce: [...RESULTS, ...REAL_TIME_RESULTS, ...APP_AND_WEB, ...BY_COUNTRY_AT_ONCE],
  },
  search_terms: { always: [...CORE, ...RESULTS, 'real_time_conversion', 'video_play_actions', ...FOCUSED] },
  page_id: {
    always: [
      ...BY_PAGE,
      ...wordsOf(`onsite_form onsite_download_start ix_page_view_count ix_button_click_count
      ix_product_click_count`),
    ],
  },
  component_name: { always: BY_PAGE },
  room_id: { always: BY_ROOM },
  post_id: { always: [...BY_ROOM, ...VIDEO, 'engaged_view'] },
};

const AUDIENCE_ALWAYS = [...CORE, ...GROSS, ...REAL_TIME, ...VIDEO, ...SOCIAL, ...LANDING_PAGE];
const AUDIENCE_RESULTS = [...RESULTS, ...REAL_TIME_RESULTS];
const AUDIENCE_MORE = [...V2, ...FOCUSED];
const OF_CONTENT = AUDIENCE_ALWAYS.filter((name) => !GROSS.includes(name)).concat(AUDIENCE_MORE);

const AUDIENCE: Readonly<Record<string, Relation>> = {
  country_code: { always: [...AUDIENCE_ALWAYS, ...AUDIENCE_MORE], atOnce: AUDIENCE_RESULTS },
  ...Object.fromEntries(
    ['ad_type', 'hashtag', 'audience_tags', 'purchase_intention'].map((name) => [
      name,
      { always: OF_CONTENT },
    ]),
  ),
};

/** Audience dimensions that have no table of their own: everything that is counted per impression. */
const AUDIENCE_REST: Relation = { always: [...AUDIENCE_ALWAYS, ...AUDIENCE_RESULTS, ...AUDIENCE_MORE] };

/** Whether a metric may stand beside a breakdown of the report. */
export function areRelated(metric: string, dimension: string, isAudience: boolean, isSync: boolean): boolean {
  const relation = isAudience ? (AUDIENCE[dimension] ?? AUDIENCE_REST) : BASIC[dimension];
  if (!relation) return true;
  return relation.always.includes(metric) || (isSync && (relation.atOnce?.includes(metric) ?? false));
}
