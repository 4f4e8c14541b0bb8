import type { BusinessEndpoint } from '../wire/endpoint.js';
import { AD_COMMENT_READ_ENDPOINTS } from './ad-comment-read.endpoints.js';
import { AD_COMMENT_WRITE_ENDPOINTS } from './ad-comment-write.endpoints.js';

export const AD_COMMENT_ENDPOINTS: readonly BusinessEndpoint[] = [
  ...AD_COMMENT_READ_ENDPOINTS,
  ...AD_COMMENT_WRITE_ENDPOINTS,
];
