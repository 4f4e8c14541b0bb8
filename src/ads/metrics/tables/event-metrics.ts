import { words } from './words.js';

/** Events in apps, on websites, on TikTok and offline. TikTok derives several metrics from each. Business reference §7. */
const EVENTS = new Set(
  words(`
    achieve_level add_billing add_payment_info add_to_wishlist app_event_add_to_cart app_install button_click
    button_click_consultation checkout complete_payment complete_tutorial consideration consultation create_gamerole
    create_group custom_app_event custom_page_event day7_retention download_button download_detail download_start form
    form_button form_detail in_app_ad_click in_app_ad_impr initiate_checkout join_group launch_app loan_apply
    loan_credit loan_disbursement login next_day_open on_web_add_to_wishlist on_web_order on_web_subscribe
    online_consult page_browse_consultation page_browse_view page_content_view_event page_event_search pageview
    product_details_page_browse purchase ratings registration sales_lead search spend_credits start_trial subscribe
    total_active_pay unlock_achievement user_registration view_content web_event_add_to_cart`),
);

/** Families whose members follow their prefix. `native_growth` came in June 2026. */
const FAMILIES =
  /^(?:ad_impression|cta|evta|interactive_add_on|ix|live|messaging|native_growth|offline|onsite|playable|shop|skan|unique|vta|website)_[a-z0-9_]+$/;

const PREFIX = /^(?:real_time_)?(?:cost_per_total_|value_per_total_|cost_per_|value_per_|total_)?/;
const SUFFIX = /(?:s_value|_value|_rate|_roas|_cost|s)?$/;

/** True for a metric of an event. Most count on the day of the ad's impression or click, up to 28 days back. */
export function isEventMetric(name: string): boolean {
  if (FAMILIES.test(name)) return true;
  const withoutPrefix = name.replace(PREFIX, '');
  return [name, withoutPrefix].some((form) => EVENTS.has(form) || EVENTS.has(form.replace(SUFFIX, '')));
}

/** Events that TikTok also splits by country. Source: TikTok's page 1759239462689793, "country_code". */
const BY_COUNTRY =
  words(`app_install registration purchase complete_payment page_browse_view button_click online_consult
  form download_start`).flatMap((event) => [event, `cost_per_${event}`, `${event}_rate`]);

export const COUNTRY_EVENTS: readonly string[] = [
  ...BY_COUNTRY,
  ...words(`real_time_app_install real_time_app_install_cost live_product_clicks`),
];
