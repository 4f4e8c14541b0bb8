import type { AdvertiserCall } from '../../wire/business-call.js';
import { missing, notFound } from '../../wire/business-error.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import type { Campaign } from '../ad-objects.js';
import { checkBudget } from '../budget-rules.js';
import { furtherFields, readNewName, requireBudget } from '../creation-rules.js';
import {
  BILLING_EVENTS,
  BUDGET_MODES,
  CREATED_STATUSES,
  OPTIMIZATION_GOALS,
  PLACEMENT_TYPES,
  PROMOTION_TYPES,
  SCHEDULE_TYPES,
} from '../enums.js';
import { requireManual } from '../manual-only.js';
import { checkManualCreate } from '../manual-sunset.js';
import { OWN_ADGROUP_FIELDS } from './adgroup-fields.js';
import { checkBid, checkConditionalFields, checkTargeting, readPacing } from './adgroup-rules.js';
import { readSchedule } from './adgroup-schedule.js';
import { adGroupView } from './adgroup-view.js';
import { readPlacement } from './placements.js';

export const adGroupCreate = advertiserEndpoint({
  method: 'POST',
  path: '/adgroup/create/',
  handle(call) {
    const { params, state, tables, advertiser, now } = call;
    const campaignId = params.requireText('campaign_id');
    const campaign = tables.campaigns.getOf(advertiser.id, campaignId);
    const { name, requestId } = readNewName(
      call,
      'adgroup_name',
      tables.adgroups.of(advertiser.id).filter((group) => group.campaignId === campaignId),
    );
    const billingEvent = params.requireOneOf('billing_event', BILLING_EVENTS);
    const goal = params.requireOneOf('optimization_goal', OPTIMIZATION_GOALS);
    const scheduleType = params.requireOneOf('schedule_type', SCHEDULE_TYPES);
    params.oneOf('placement_type', PLACEMENT_TYPES);
    params.oneOf('promotion_type', PROMOTION_TYPES);
    checkTargeting(call);
    const pacing = readPacing(params, campaign?.budgetOptimizeOn ?? false);
    checkBid(params, billingEvent, pacing);
    const budgetMode = readBudgetMode(call, campaign);
    const schedule = readSchedule(call, scheduleType, budgetMode);
    if (!campaign || campaign.operationStatus === 'DELETE')
      throw notFound(`Campaign ${campaignId} does not exist.`);
    requireManual(campaign, 'Campaign');
    checkManualCreate(call, campaign.objectiveType, 'below');
    checkConditionalFields(params, campaign.objectiveType, goal);
    const placement = readPlacement(params);
    const budget = readBudget(call, campaign, budgetMode, schedule.endsAt - schedule.startsAt);
    const group = tables.adgroups.add({
      ...schedule,
      id: state.ids.next(now),
      advertiserId: advertiser.id,
      campaignId,
      name,
      requestId,
      budgetMode,
      budget,
      scheduledBudget: 0,
      operationStatus: params.oneOf('operation_status', CREATED_STATUSES) ?? 'ENABLE',
      createdAt: now,
      modifiedAt: now,
      fields: { ...furtherFields(params, OWN_ADGROUP_FIELDS), ...placement, pacing },
    });
    return adGroupView(state, group, [], now);
  },
});

/** Under campaign budget optimisation the campaign holds the budget, and the ad group's own is ignored. */
function readBudgetMode({ params, settings }: AdvertiserCall, campaign: Campaign | undefined): string {
  if (!campaign?.budgetOptimizeOn) return params.requireOneOf('budget_mode', BUDGET_MODES);
  const mode = params.oneOf('budget_mode', BUDGET_MODES);
  if (mode === undefined && !settings.cboBudgetOptional) throw missing('budget_mode');
  return 'BUDGET_MODE_INFINITE';
}

function readBudget(
  { params, advertiser, settings }: AdvertiserCall,
  campaign: Campaign,
  mode: string,
  scheduledMs: number,
): number {
  if (campaign.budgetOptimizeOn) {
    if (!settings.cboBudgetOptional) requireBudget(params);
    return 0;
  }
  if (mode === 'BUDGET_MODE_INFINITE') return 0;
  const budget = requireBudget(params);
  checkBudget(budget, {
    level: 'adgroup',
    mode,
    currency: advertiser.currency,
    isShop: ['STORE', 'SHOWCASE'].includes(params.text('product_source') ?? ''),
    scheduledMs: settings.totalBudgetByDays ? scheduledMs : null,
  });
  return budget;
}
