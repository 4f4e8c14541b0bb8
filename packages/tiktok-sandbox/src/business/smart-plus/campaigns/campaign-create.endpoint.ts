import { checkIndustries } from '../../ads/campaigns/campaign-create.endpoint.js';
import { readNewName } from '../../ads/creation-rules.js';
import { CAMPAIGN_TYPES, CREATED_STATUSES } from '../../ads/enums.js';
import type { Params } from '../../wire/params.js';
import { knownFields } from '../known-fields.js';
import { smartPlusWrite } from '../smart-plus-write.js';
import { readCampaignBudget } from './campaign-budget.js';
import { SENT_CAMPAIGN_FIELDS } from './campaign-fields.js';
import { smartPlusCampaignView } from './campaign-view.js';
import { invalidParam } from '../../wire/business-error.js';

const OBJECTIVES = ['WEB_CONVERSIONS', 'LEAD_GENERATION', 'APP_PROMOTION'] as const;
const APP_PROMOTIONS = ['APP_INSTALL', 'APP_RETARGETING', 'APP_PREREGISTRATION', 'MINIS'] as const;

/** Its `request_id` is required, and lets campaigns share a name. Source: cookbook §2.1. */
export const smartPlusCampaignCreate = smartPlusWrite('/campaign/create/', (call) => {
  const { params, state, tables, advertiser, now } = call;
  params.requireText('request_id');
  const { name, requestId } = readNewName(call, 'campaign_name', tables.campaigns.of(advertiser.id));
  const objectiveType = params.requireOneOf('objective_type', OBJECTIVES);
  checkObjective(params, objectiveType);
  const campaign = tables.campaigns.add({
    ...readCampaignBudget(call),
    isUsPlus: true,
    id: state.ids.next(now),
    advertiserId: advertiser.id,
    name,
    requestId,
    objectiveType,
    operationStatus: params.oneOf('operation_status', CREATED_STATUSES) ?? 'ENABLE',
    createdAt: now,
    modifiedAt: now,
    fields: knownFields(params, SENT_CAMPAIGN_FIELDS),
  });
  return smartPlusCampaignView(state, campaign);
});

function checkObjective(params: Params, objectiveType: (typeof OBJECTIVES)[number]): void {
  checkIndustries(params.texts('special_industries') ?? []);
  const isApp = objectiveType === 'APP_PROMOTION';
  const promotion = isApp ? params.requireOneOf('app_promotion_type', APP_PROMOTIONS) : undefined;
  if (promotion === 'MINIS') params.requireText('minis_id');
  const isDedicated = params.oneOf('campaign_type', CAMPAIGN_TYPES) === 'IOS14_CAMPAIGN';
  if (isDedicated && !isApp) throw invalidParam('campaign_type: IOS14_CAMPAIGN is only for APP_PROMOTION.');
  if (isDedicated) params.requireText('app_id');
  const isCatalog = params.flag('catalog_enabled') ?? false;
  if (isCatalog && objectiveType === 'LEAD_GENERATION')
    throw invalidParam('catalog_enabled: Not supported for LEAD_GENERATION.');
}
