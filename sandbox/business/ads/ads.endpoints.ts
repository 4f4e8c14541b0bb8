import type { BusinessEndpoint } from '../wire/endpoint.js';
import { campaignCreate } from './campaigns/campaign-create.endpoint.js';
import { campaignGet } from './campaigns/campaign-get.endpoint.js';
import { campaignStatusUpdate } from './campaigns/campaign-status.endpoint.js';
import { campaignUpdate } from './campaigns/campaign-update.endpoint.js';

export const ADS_ENDPOINTS: readonly BusinessEndpoint[] = [
  campaignGet,
  campaignCreate,
  campaignUpdate,
  campaignStatusUpdate,
];
