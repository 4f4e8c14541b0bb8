import type { Campaign } from '../../ads/ad-objects.js';
import { campaignStatus } from '../../ads/object-status.js';
import type { BusinessState } from '../../store/business-state.js';
import type { JsonObject } from '../../store/json-object.js';
import { timeText } from '../../wire/time-text.js';
import { CAMPAIGN_DEFAULTS } from './campaign-fields.js';

/** A campaign as the endpoints of Upgraded Smart+ answer it. */
export function smartPlusCampaignView(state: BusinessState, campaign: Campaign): JsonObject {
  return {
    advertiser_id: campaign.advertiserId,
    campaign_id: campaign.id,
    campaign_name: campaign.name,
    objective_type: campaign.objectiveType,
    budget_mode: campaign.budgetMode,
    budget: campaign.budget,
    budget_optimize_on: campaign.budgetOptimizeOn,
    ...CAMPAIGN_DEFAULTS,
    ...campaign.fields,
    smart_plus_adgroup_mode: groupsOf(state, campaign) > 1 ? 'MULTIPLE' : 'SINGLE',
    operation_status: campaign.operationStatus,
    secondary_status: campaignStatus(state, campaign),
    create_time: timeText(campaign.createdAt),
    modify_time: timeText(campaign.modifiedAt),
  };
}

function groupsOf({ tables }: BusinessState, { id, advertiserId }: Campaign): number {
  return tables.adgroups
    .of(advertiserId)
    .filter((group) => group.campaignId === id && group.operationStatus !== 'DELETE').length;
}
