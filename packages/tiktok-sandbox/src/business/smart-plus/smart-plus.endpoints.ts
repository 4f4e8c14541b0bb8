import type { BusinessEndpoint } from '../wire/endpoint.js';
import { smartPlusAdCreate } from './ads/ad-create.endpoint.js';
import { smartPlusAdGet } from './ads/ad-get.endpoint.js';
import { smartPlusAdStatusUpdate } from './ads/ad-status.endpoint.js';
import { smartPlusAdUpdate } from './ads/ad-update.endpoint.js';
import { smartPlusMaterialStatus } from './ads/material-status.endpoint.js';
import { smartPlusAdGroupBudget } from './adgroups/adgroup-budget.endpoint.js';
import { smartPlusAdGroupCreate } from './adgroups/adgroup-create.endpoint.js';
import { smartPlusAdGroupGet } from './adgroups/adgroup-get.endpoint.js';
import { smartPlusAdGroupStatus } from './adgroups/adgroup-status.endpoint.js';
import { smartPlusAdGroupUpdate } from './adgroups/adgroup-update.endpoint.js';
import { smartPlusCampaignCreate } from './campaigns/campaign-create.endpoint.js';
import { smartPlusCampaignGet } from './campaigns/campaign-get.endpoint.js';
import { smartPlusCampaignStatus } from './campaigns/campaign-status.endpoint.js';
import { smartPlusCampaignUpdate } from './campaigns/campaign-update.endpoint.js';
import { materialBreakdown, materialOverview } from './reports/material-report.endpoints.js';
import { smartPlusAdAppeal } from './review/ad-appeal.endpoint.js';
import { smartPlusAdReviewInfo, smartPlusMaterialReviewInfo } from './review/review-info.endpoints.js';

/** Upgraded Smart+ Campaigns. */
export const SMART_PLUS_ENDPOINTS: readonly BusinessEndpoint[] = [
  smartPlusCampaignGet,
  smartPlusCampaignCreate,
  smartPlusCampaignUpdate,
  smartPlusCampaignStatus,
  smartPlusAdGroupGet,
  smartPlusAdGroupCreate,
  smartPlusAdGroupUpdate,
  smartPlusAdGroupStatus,
  smartPlusAdGroupBudget,
  smartPlusAdGet,
  smartPlusAdCreate,
  smartPlusAdUpdate,
  smartPlusAdStatusUpdate,
  smartPlusMaterialStatus,
  smartPlusAdReviewInfo,
  smartPlusMaterialReviewInfo,
  smartPlusAdAppeal,
  materialOverview,
  materialBreakdown,
];
