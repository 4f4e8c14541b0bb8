import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam, missing } from '../../wire/business-error.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import { checkBudget } from '../budget-rules.js';
import { furtherFields, readNewName, requireBudget } from '../creation-rules.js';
import {
  APP_PROMOTION_TYPES,
  BUDGET_MODES,
  CAMPAIGN_TYPES,
  CREATED_STATUSES,
  OBJECTIVE_TYPES,
  PRODUCT_SOURCES,
  RF_CAMPAIGN_TYPES,
  SPECIAL_INDUSTRIES,
} from '../enums.js';
import { checkManualCreate } from '../manual-sunset.js';
import { campaignView } from './campaign-view.js';

/** Fields with their own property on a campaign. */
const OWN = [
  'advertiser_id',
  'campaign_name',
  'objective_type',
  'budget_mode',
  'budget',
  'budget_optimize_on',
  'operation_status',
  'request_id',
  'context_info',
];

export const campaignCreate = advertiserEndpoint({
  method: 'POST',
  path: '/campaign/create/',
  handle(call) {
    const { params, state, tables, advertiser, now } = call;
    const objectiveType = params.requireOneOf('objective_type', OBJECTIVE_TYPES);
    checkManualCreate(call, objectiveType, 'campaign');
    const { name, requestId } = readNewName(call, 'campaign_name', tables.campaigns.of(advertiser.id));
    checkObjectiveFields(call, objectiveType);
    const budget = readBudget(call, objectiveType);
    const campaign = tables.campaigns.add({
      ...budget,
      id: state.ids.next(now),
      advertiserId: advertiser.id,
      name,
      requestId,
      objectiveType,
      operationStatus: params.oneOf('operation_status', CREATED_STATUSES) ?? 'ENABLE',
      createdAt: now,
      modifiedAt: now,
      fields: furtherFields(params, OWN),
    });
    return campaignView(state, campaign);
  },
});

function checkObjectiveFields({ params }: AdvertiserCall, objectiveType: string): void {
  params.oneOf('campaign_type', CAMPAIGN_TYPES);
  params.oneOf('rf_campaign_type', RF_CAMPAIGN_TYPES);
  checkIndustries(params.texts('special_industries') ?? []);
  const promotion = params.oneOf('app_promotion_type', APP_PROMOTION_TYPES);
  if (objectiveType === 'APP_PROMOTION' && promotion === undefined) throw missing('app_promotion_type');
  const source = params.oneOf('campaign_product_source', PRODUCT_SOURCES);
  if (source !== undefined && objectiveType !== 'PRODUCT_SALES')
    throw invalidParam('campaign_product_source: Only for objective_type PRODUCT_SALES.');
}

export function checkIndustries(industries: readonly string[]): void {
  const unknown = industries.find((name) => !(SPECIAL_INDUSTRIES as readonly string[]).includes(name));
  if (unknown !== undefined) throw invalidParam(`special_industries: ${unknown} is not a valid value.`);
}

function readBudget(
  { params, advertiser }: AdvertiserCall,
  objectiveType: string,
): { budgetMode: string; budget: number; budgetOptimizeOn: boolean } {
  const budgetOptimizeOn = params.flag('budget_optimize_on') ?? false;
  const mode = params.oneOf('budget_mode', BUDGET_MODES);
  if (mode === undefined && objectiveType !== 'RF_REACH') throw missing('budget_mode');
  const budgetMode = mode ?? 'BUDGET_MODE_INFINITE';
  if (budgetMode === 'BUDGET_MODE_INFINITE') {
    if (budgetOptimizeOn)
      throw invalidParam('budget_mode: Must not be BUDGET_MODE_INFINITE with budget_optimize_on.');
    return { budgetMode, budget: 0, budgetOptimizeOn };
  }
  const budget = requireBudget(params);
  checkBudget(budget, {
    level: 'campaign',
    mode: budgetMode,
    currency: advertiser.currency,
    isShop: objectiveType === 'PRODUCT_SALES' && params.text('campaign_product_source') === 'STORE',
    scheduledMs: null,
  });
  return { budgetMode, budget, budgetOptimizeOn };
}
