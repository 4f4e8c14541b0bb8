import { wordsOf } from '../../wire/words.js';

/** Lists of an ad with the longest that each may be, and the keys of their items. Source: cookbook §2.1, SDK models. */
export const AD_LISTS: Readonly<Record<string, { readonly max: number; readonly keys: readonly string[] }>> =
  {
    ad_text_list: { max: 5, keys: ['ad_text'] },
    call_to_action_list: { max: 3, keys: ['call_to_action'] },
    landing_page_url_list: { max: 1, keys: ['landing_page_url'] },
    page_list: { max: 3, keys: ['page_id'] },
    deeplink_list: { max: 1, keys: ['deeplink', 'deeplink_type'] },
    interactive_add_on_list: { max: 50, keys: ['card_id'] },
    auto_message_list: { max: 50, keys: ['auto_message_id'] },
  };

export const CREATIVE_INFO = wordsOf(`
  ad_format aigc_disclosure_type identity_authorized_bc_id identity_id identity_type image_info music_info
  tiktok_item_id video_info`);

export const CONFIGURATION = wordsOf(`
  auto_disclaimer_types call_to_action_id catalog_creative_toggle creative_auto_add dark_post_status end_card_cta
  fallback_type identity_authorized_bc_id identity_id identity_type phone_info product_display_field_list product_ids
  product_set_id product_specific_type tracking_info utm_params`);

const DERIVED = wordsOf(`
  advertiser_id campaign_id campaign_name adgroup_id adgroup_name smart_plus_ad_id ad_name creative_list
  ad_configuration operation_status secondary_status create_time modify_time`);

/** Every field that `fields` may name. */
export const SMART_PLUS_AD_FIELDS: ReadonlySet<string> = new Set([...Object.keys(AD_LISTS), ...DERIVED]);
