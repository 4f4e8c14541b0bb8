import type { JsonObject } from '../../../open-api/api-call.js';
import type { BusinessState } from '../../store/business-state.js';
import { timeText } from '../../wire/time-text.js';
import { wordsOf } from '../../wire/words.js';
import type { Campaign } from '../ad-objects.js';
import { campaignStatus } from '../object-status.js';
import { setFields } from '../set-fields.js';

/** The older family of an objective. */
const OBJECTIVE_FAMILY: Readonly<Record<string, string>> = { APP_PROMOTION: 'APP' };

/** Fields that every campaign has, with their defaults. */
const UNSET: JsonObject = {
  campaign_type: 'REGULAR_CAMPAIGN',
  virtual_objective_type: null,
  catalog_enabled: false,
  is_search_campaign: false,
  is_advanced_dedicated_campaign: false,
  disable_skan_campaign: null,
  deep_bid_type: null,
  roas_bid: 0,
  rta_id: null,
  rta_bid_enabled: false,
  rta_product_selection_enabled: false,
};

/** Fields that are omitted unless set: they apply to some kinds of campaign only. */
const WHEN_SET = wordsOf(`
  budget_optimize_on app_promotion_type app_id special_industries sales_destination campaign_product_source
  rf_campaign_type campaign_app_profile_page_state bid_align_type bid_type optimization_goal po_number
  postback_window_mode campaign_system_origin minis_id`);

const DERIVED = wordsOf(`
  campaign_id advertiser_id campaign_name objective objective_type budget_mode budget operation_status
  secondary_status is_new_structure is_smart_performance_campaign campaign_automation_type create_time modify_time`);

/** Every field that `fields` may name. */
export const CAMPAIGN_FIELDS: ReadonlySet<string> = new Set([...Object.keys(UNSET), ...WHEN_SET, ...DERIVED]);

/** A campaign as every answer shows it. Keys that do not apply are left out. Source: business reference §3. */
export function campaignView(state: BusinessState, campaign: Campaign): JsonObject {
  return {
    campaign_id: campaign.id,
    advertiser_id: campaign.advertiserId,
    campaign_name: campaign.name,
    objective: OBJECTIVE_FAMILY[campaign.objectiveType] ?? 'LANDING_PAGE',
    objective_type: campaign.objectiveType,
    budget_mode: campaign.budgetMode,
    budget: campaign.budget,
    ...(campaign.budgetOptimizeOn ? { budget_optimize_on: true } : {}),
    operation_status: campaign.operationStatus,
    secondary_status: campaignStatus(state, campaign),
    is_new_structure: true,
    is_smart_performance_campaign: false,
    campaign_automation_type: campaign.isUsPlus ? 'UPGRADED_SMART_PLUS' : 'MANUAL',
    ...UNSET,
    ...ofItsKind(campaign),
    create_time: timeText(campaign.createdAt),
    modify_time: timeText(campaign.modifiedAt),
  };
}

/** Fields that were set and apply to this kind of campaign, and fields that TikTok sets itself for some kinds. */
function ofItsKind({ objectiveType, fields }: Campaign): JsonObject {
  const { special_industries, app_promotion_type, rf_campaign_type, sales_destination, ...rest } = setFields(
    fields,
    CAMPAIGN_FIELDS,
  );
  return {
    ...(objectiveType === 'PRODUCT_SALES' ? { campaign_app_profile_page_state: 'UNSET' } : {}),
    ...(fields['campaign_type'] === 'IOS14_CAMPAIGN' ? { campaign_app_profile_page_state: 'OFF' } : {}),
    ...(objectiveType === 'LEAD_GENERATION' ? { sales_destination: null } : {}),
    ...rest,
    ...(sales_destination !== undefined && fields['virtual_objective_type'] === 'SALES'
      ? { sales_destination }
      : {}),
    ...(Array.isArray(special_industries) && special_industries.length > 0 ? { special_industries } : {}),
    ...(app_promotion_type !== undefined && objectiveType === 'APP_PROMOTION' ? { app_promotion_type } : {}),
    ...(rf_campaign_type !== undefined && objectiveType === 'RF_REACH' ? { rf_campaign_type } : {}),
  };
}
