import type { BusinessEndpoint } from '../wire/endpoint.js';
import { smartPlusAdCreate } from './ads/ad-create.endpoint.js';
import { smartPlusAdGet } from './ads/ad-get.endpoint.js';
import { smartPlusAdStatusUpdate } from './ads/ad-status.endpoint.js';
import { smartPlusAdGroupCreate } from './adgroups/adgroup-create.endpoint.js';
import { smartPlusAdGroupGet } from './adgroups/adgroup-get.endpoint.js';
import { smartPlusAdGroupStatus } from './adgroups/adgroup-status.endpoint.js';
import { smartPlusCampaignCreate } from './campaigns/campaign-create.endpoint.js';
import { smartPlusCampaignGet } from './campaigns/campaign-get.endpoint.js';
import { smartPlusCampaignStatus } from './campaigns/campaign-status.endpoint.js';
import { smartPlusCampaignUpdate } from './campaigns/campaign-update.endpoint.js';

/** Upgraded Smart+ Campaigns. */
export const SMART_PLUS_ENDPOINTS: readonly BusinessEndpoint[] = [
  smartPlusCampaignGet,
  smartPlusCampaignCreate,
  smartPlusCampaignUpdate,
  smartPlusCampaignStatus,
  smartPlusAdGroupGet,
  smartPlusAdGroupCreate,
  smartPlusAdGroupStatus,
  smartPlusAdGet,
  smartPlusAdCreate,
  smartPlusAdStatusUpdate,
];
