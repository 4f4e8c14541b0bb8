import type { Campaign } from '../../ads/ad-objects.js';
import { readSchedule } from '../../ads/adgroups/adgroup-schedule.js';
import { readPlacement } from '../../ads/adgroups/placements.js';
import { readNewName } from '../../ads/creation-rules.js';
import { checkEnumFields } from '../../ads/enum-fields.js';
import { CREATED_STATUSES, PLACEMENT_TYPES, SCHEDULE_TYPES } from '../../ads/enums.js';
import type { JsonObject } from '../../store/json-object.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { requireSmartPlusCampaign } from '../campaigns/require-campaign.js';
import { knownFields } from '../known-fields.js';
import { smartPlusWrite } from '../smart-plus-write.js';
import { readBudget, readBudgetMode } from './adgroup-budget.js';
import { SENT_ADGROUP_FIELDS } from './adgroup-fields.js';
import { smartPlusAdGroupView } from './adgroup-view.js';
import { checkBids } from './bid-rules.js';
import { checkDayparting, checkWindows } from './attribution-rules.js';
import { checkGoal } from './goal-rules.js';
import { checkPromotion } from './promotion-rules.js';
import { checkSiblings } from './sibling-rules.js';
import { readTargeting, withTargeting } from './targeting.js';

/** Source: cookbook §1.1, §1.2, §2. */
export const smartPlusAdGroupCreate = smartPlusWrite('/adgroup/create/', (call) => {
  const { params, state, tables, advertiser, now } = call;
  params.requireText('request_id');
  const { name, requestId } = readNewName(call, 'adgroup_name', tables.adgroups.of(advertiser.id));
  const campaign = requireSmartPlusCampaign(call, params.requireText('campaign_id'));
  const scheduleType = params.requireOneOf('schedule_type', SCHEDULE_TYPES);
  const budgetMode = readBudgetMode(call, campaign, scheduleType);
  const fields = readFields(call, campaign);
  const schedule = readSchedule(call, scheduleType, shownMode(campaign, budgetMode));
  const budget = readBudget(call, budgetMode, schedule.endsAt - schedule.startsAt);
  checkBidding(call, campaign, budgetMode, budget);
  checkSiblings(call, campaign, { budgetMode, fields });
  const group = tables.adgroups.add({
    ...schedule,
    isUsPlus: true,
    id: state.ids.next(now),
    advertiserId: advertiser.id,
    campaignId: campaign.id,
    name,
    requestId,
    budgetMode,
    budget,
    scheduledBudget: 0,
    operationStatus: params.oneOf('operation_status', CREATED_STATUSES) ?? 'ENABLE',
    createdAt: now,
    modifiedAt: now,
    fields,
  });
  return smartPlusAdGroupView(state, group, [], now);
});

function shownMode(campaign: Campaign, budgetMode: string): string {
  return campaign.budgetOptimizeOn ? campaign.budgetMode : budgetMode;
}

function readFields(call: AdvertiserCall, campaign: Campaign): JsonObject {
  const { params } = call;
  checkEnumFields(params);
  params.oneOf('placement_type', PLACEMENT_TYPES);
  checkPromotion(params, campaign);
  checkGoal(params, campaign);
  checkWindows(params);
  checkDayparting(params);
  const isValue = params.text('optimization_goal') === 'VALUE';
  const appId = campaign.fields['app_id'];
  const sent = {
    bid_type: 'BID_TYPE_NO_BID',
    ...(isValue ? { vbo_window: 'SEVEN_DAYS' } : {}),
    ...(appId === undefined ? {} : { app_id: appId }),
    ...knownFields(params, SENT_ADGROUP_FIELDS),
    ...readPlacement(params),
  };
  return withTargeting(sent, readTargeting(call));
}

/** Bids are compared with the budget that applies, the campaign's or the ad group's own. */
function checkBidding(call: AdvertiserCall, campaign: Campaign, budgetMode: string, budget: number): void {
  const { billing, hasNoBid = false } = checkGoal(call.params, campaign);
  const isShared = campaign.budgetOptimizeOn;
  checkBids(call, {
    campaign,
    budgetMode: shownMode(campaign, budgetMode),
    budget: isShared ? campaign.budget : budget,
    billing,
    hasNoBid,
  });
}
