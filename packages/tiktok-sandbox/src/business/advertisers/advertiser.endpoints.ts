import type { BusinessEndpoint } from '../wire/endpoint.js';
import { advertiserInfo } from './advertiser-info.endpoint.js';
import { advertiserBalance } from './balance.endpoint.js';
import { identityCreate, identityDelete, identityGet, identityInfo } from './identity.endpoints.js';
import { toolRegion } from './region.endpoint.js';

export const ADVERTISER_ENDPOINTS: readonly BusinessEndpoint[] = [
  advertiserInfo,
  advertiserBalance,
  identityGet,
  identityInfo,
  identityCreate,
  identityDelete,
  toolRegion,
];
