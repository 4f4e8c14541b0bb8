import { type Metric, type MetricKind, zero } from './metric.js';
import { wordsOf } from '../wire/words.js';

/** The names that TikTok makes of an event, by one letter each, with how they are written. */
const FORMS: Readonly<Record<string, readonly [(event: string) => string, MetricKind]>> = {
  n: [(event) => event, 'count'],
  s: [(event) => `${event}s`, 'count'],
  r: [(event) => `${event}_rate`, 'ratio'],
  c: [(event) => `cost_per_${event}`, 'cost'],
  t: [(event) => `total_${event}`, 'count'],
  T: [(event) => `cost_per_total_${event}`, 'cost'],
  v: [(event) => `total_${event}_value`, 'price'],
  p: [(event) => `value_per_total_${event}`, 'price'],
  q: [(event) => `value_per_${event}`, 'price'],
  V: [(event) => `${event}s_value`, 'price'],
};

/** Events that are measured in apps, on websites, on TikTok and offline, with the forms that each has. */
const EVENTS: readonly (readonly [forms: string, events: string])[] = [
  [
    'nrcvq',
    `add_billing button_click button_click_consultation consultation download_button download_detail download_start
     form form_button form_detail initiate_checkout on_web_add_to_wishlist on_web_order on_web_subscribe
     online_consult onsite_add_billing onsite_add_to_wishlist onsite_form onsite_initiate_checkout_count
     onsite_on_web_cart onsite_on_web_detail onsite_shopping page_browse_consultation page_browse_view
     page_event_search product_details_page_browse user_registration web_event_add_to_cart`,
  ],
  [
    'nrctTvp',
    `achieve_level add_to_wishlist app_event_add_to_cart complete_tutorial create_gamerole create_group
     day7_retention in_app_ad_click in_app_ad_impr join_group purchase ratings sales_lead spend_credits subscribe
     unlock_achievement view_content`,
  ],
  ['nrctTvq', 'checkout'],
  [
    'nrctT',
    `launch_app loan_apply loan_credit loan_disbursement login next_day_open registration search start_trial
     add_payment_info`,
  ],
  [
    'srcqV',
    `custom_app_event custom_page_event offline_add_payment_info_event offline_add_to_cart_event
     offline_add_to_wishlist_event offline_click_button_event offline_contact_event offline_download_event
     offline_form_event offline_initiate_checkout_event offline_place_order_event offline_registration_event
     offline_search_event offline_shopping_event offline_subscribe_event offline_view_content_event
     page_content_view_event`,
  ],
  [
    'nrc',
    `app_install ix_button_click_count ix_page_view_count ix_product_click_count
     onsite_download_start onsite_destination_visit`,
  ],
  [
    'nc',
    `cta_app_install cta_conversion cta_purchase cta_registration evta_app_install evta_payments_completed
     evta_purchase evta_registration vta_app_install vta_conversion vta_purchase vta_registration consideration
     engaged_view_through_conversion`,
  ],
  ['nr', 'tt_playlist_visit anchor_click'],
  ['tc', 'pageview'],
];

/** Names that no form makes; the spelling is TikTok's. */
const COUNTS = `
  real_time_app_install anchor_clicks clicks_on_music_disc duet_clicks stitch_clicks sound_usage_clicks
  clicks_on_hashtag_challenge countdown_sticker_recall_clicks engaged_view_through_conversions
  custom_app_events custom_page_events unique_custom_app_events ads_impression_events unique_ad_impression_events
  new_consideration_size organic_video_views onsite_destination_visits offline_perferred_leads
  paid_engaged_view paid_engaged_view_15s paid_engagement_engaged_view paid_engagement_engaged_view_15s`;
const MONEY = `
  real_time_app_install_cost cost_total_add_payment_info cost_pre_ad_impression_event value_per_ad_impression_event
  cost_per_unique_ad_impression_event cost_per_unique_custom_app_event cost_per_vta_payments_completed
  total_ad_impression_events_value total_page_view_content_events_value total_value_per_pageview
  avg_value_per_pageview offline_crm_event_value onsite_shopping_value`;
const RATIOS = `
  on_web_add_to_wishlist_per_click on_web_subscribe_per_click tageview_rate pageview_rate new_consideration_rate customized_ad_impression_event_rate offline_crm_event_rate
  total_ad_impression_roas onsite_shopping_roas offline_shopping_events_roas`;

/** Families with so many members that their kind follows from the name. */
const FAMILIES =
  /^(?:ad_impression|cta|earned|evta|interactive_add_on|ix|live|messaging|native_growth|offline|onsite|playable|shop|single_image|total_purchase_(?:roas|value)|unique|vta|website)_\w+$/;

const DOCUMENTED = new Map<string, Metric>([
  ...EVENTS.flatMap(([forms, events]) =>
    wordsOf(events).flatMap((event) =>
      [...forms].flatMap((letter): [string, Metric][] => {
        const form = FORMS[letter];
        return form ? [[form[0](event), zero(form[1])]] : [];
      }),
    ),
  ),
  ...wordsOf(COUNTS).map((name): [string, Metric] => [name, zero('count')]),
  ...wordsOf(MONEY).map((name): [string, Metric] => [name, zero('price')]),
  ...wordsOf(RATIOS).map((name): [string, Metric] => [name, zero('ratio')]),
]);

function kindByName(name: string): MetricKind {
  if (/roas|rate|ctr|avg|average/.test(name)) return 'ratio';
  if (/cost/.test(name)) return 'cost';
  return /value|revenue/.test(name) ? 'price' : 'count';
}

/** A documented metric of which the sandbox has no figures: it is zero. Source: business reference §7. */
export function eventMetric(name: string): Metric | undefined {
  return DOCUMENTED.get(name) ?? (FAMILIES.test(name) ? zero(kindByName(name)) : undefined);
}
