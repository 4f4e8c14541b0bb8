import type { BusinessEndpoint } from '../wire/endpoint.js';
import { BOUND_POST_ENDPOINTS } from './bound-post.endpoints.js';
import { IDENTITY_POST_ENDPOINTS } from './identity-post.endpoints.js';
import { sparkAdCreate } from './spark-ad.endpoint.js';

export const SPARK_ENDPOINTS: readonly BusinessEndpoint[] = [
  ...BOUND_POST_ENDPOINTS,
  ...IDENTITY_POST_ENDPOINTS,
  sparkAdCreate,
];
