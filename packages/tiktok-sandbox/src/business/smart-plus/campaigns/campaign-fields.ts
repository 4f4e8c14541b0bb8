import type { JsonObject } from '../../store/json-object.js';
import { wordsOf } from '../../wire/words.js';

/** Fields that are kept as they were sent. Source: the models of the official SDK, corrections §3. */
export const SENT_CAMPAIGN_FIELDS = wordsOf(`
  app_id app_promotion_type bid_align_type campaign_app_profile_page_state campaign_type catalog_enabled catalog_type
  disable_skan_campaign is_advanced_dedicated_campaign is_promotional_campaign minis_id po_number
  postback_window_mode sales_destination special_industries budget_auto_adjust_strategy`);

/** Fields that every campaign has, with their defaults. */
export const CAMPAIGN_DEFAULTS: JsonObject = {
  campaign_type: 'REGULAR_CAMPAIGN',
  catalog_enabled: false,
  special_industries: [],
};

const DERIVED = wordsOf(`
  advertiser_id campaign_id campaign_name objective_type budget_mode budget budget_optimize_on operation_status
  secondary_status smart_plus_adgroup_mode create_time modify_time`);

/** Every field that `fields` may name. */
export const SMART_PLUS_CAMPAIGN_FIELDS: ReadonlySet<string> = new Set([...SENT_CAMPAIGN_FIELDS, ...DERIVED]);
