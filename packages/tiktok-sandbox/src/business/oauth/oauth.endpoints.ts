import type { BusinessEndpoint } from '../wire/endpoint.js';
import {
  accountToken,
  accountTokenInfo,
  refreshAccountToken,
  revokeAccountToken,
} from './account-token.endpoints.js';
import { accessToken, grantedAdvertisers, revokeToken, userInfo } from './advertiser-token.endpoints.js';

export const OAUTH_ENDPOINTS: readonly BusinessEndpoint[] = [
  accessToken,
  grantedAdvertisers,
  revokeToken,
  userInfo,
  accountToken,
  refreshAccountToken,
  revokeAccountToken,
  accountTokenInfo,
];
