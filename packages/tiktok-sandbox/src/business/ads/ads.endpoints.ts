import type { BusinessEndpoint } from '../wire/endpoint.js';
import { adGroupBudgetUpdate } from './adgroups/adgroup-budget.endpoint.js';
import { adGroupCreate } from './adgroups/adgroup-create.endpoint.js';
import { adGroupGet, adGroupQuota } from './adgroups/adgroup-get.endpoint.js';
import { adGroupStatusUpdate } from './adgroups/adgroup-status.endpoint.js';
import { adGroupUpdate } from './adgroups/adgroup-update.endpoint.js';
import { campaignCreate } from './campaigns/campaign-create.endpoint.js';
import { campaignGet } from './campaigns/campaign-get.endpoint.js';
import { campaignStatusUpdate } from './campaigns/campaign-status.endpoint.js';
import { campaignUpdate } from './campaigns/campaign-update.endpoint.js';
import { adCreate } from './creatives/ad-create.endpoint.js';
import { adGet } from './creatives/ad-get.endpoint.js';
import { adStatusUpdate } from './creatives/ad-status.endpoint.js';
import { adUpdate } from './creatives/ad-update.endpoint.js';
import { adGroupReviewInfo, adReviewInfo } from './creatives/review-info.endpoint.js';

export const ADS_ENDPOINTS: readonly BusinessEndpoint[] = [
  campaignGet,
  campaignCreate,
  campaignUpdate,
  campaignStatusUpdate,
  adGroupGet,
  adGroupCreate,
  adGroupUpdate,
  adGroupStatusUpdate,
  adGroupBudgetUpdate,
  adGroupQuota,
  adGet,
  adCreate,
  adUpdate,
  adStatusUpdate,
  adReviewInfo,
  adGroupReviewInfo,
];
