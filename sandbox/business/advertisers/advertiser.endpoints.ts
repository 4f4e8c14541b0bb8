import type { BusinessEndpoint } from '../wire/endpoint.js';
import { advertiserInfo } from './advertiser-info.endpoint.js';
import { identityCreate, identityGet } from './identity.endpoints.js';
import { toolRegion } from './region.endpoint.js';

export const ADVERTISER_ENDPOINTS: readonly BusinessEndpoint[] = [
  advertiserInfo,
  identityGet,
  identityCreate,
  toolRegion,
];
