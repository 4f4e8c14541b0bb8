import type { JsonObject } from '../../../open-api/api-call.js';
import type { BusinessState } from '../../store/business-state.js';
import { timeText } from '../../wire/time-text.js';
import type { Campaign } from '../ad-objects.js';
import { campaignStatus } from '../object-status.js';

/** The older family of an objective. */
const OBJECTIVE_FAMILY: Readonly<Record<string, string>> = { APP_PROMOTION: 'APP' };

/** Fields that may be unset, with what they are then. */
const UNSET: JsonObject = {
  campaign_type: 'REGULAR_CAMPAIGN',
  app_promotion_type: null,
  app_id: null,
  special_industries: [],
  virtual_objective_type: null,
  sales_destination: null,
  campaign_product_source: null,
  catalog_enabled: null,
  is_search_campaign: false,
  rf_campaign_type: null,
  campaign_app_profile_page_state: null,
  is_advanced_dedicated_campaign: false,
  disable_skan_campaign: null,
  bid_align_type: null,
  bid_type: null,
  deep_bid_type: null,
  roas_bid: 0,
  optimization_goal: null,
  rta_id: null,
  rta_bid_enabled: null,
  rta_product_selection_enabled: null,
  po_number: null,
  postback_window_mode: null,
};

/** A campaign as every answer shows it. Source: business reference §3. */
export function campaignView(state: BusinessState, campaign: Campaign): JsonObject {
  return {
    campaign_id: campaign.id,
    advertiser_id: campaign.advertiserId,
    campaign_name: campaign.name,
    objective: OBJECTIVE_FAMILY[campaign.objectiveType] ?? 'LANDING_PAGE',
    objective_type: campaign.objectiveType,
    budget_mode: campaign.budgetMode,
    budget: campaign.budget,
    budget_optimize_on: campaign.budgetOptimizeOn,
    operation_status: campaign.operationStatus,
    secondary_status: campaignStatus(state, campaign),
    is_new_structure: true,
    is_smart_performance_campaign: false,
    campaign_automation_type: 'MANUAL',
    campaign_system_origin: 'TT_ADS_PLATFORM',
    ...UNSET,
    ...campaign.fields,
    create_time: timeText(campaign.createdAt),
    modify_time: timeText(campaign.modifiedAt),
  };
}
