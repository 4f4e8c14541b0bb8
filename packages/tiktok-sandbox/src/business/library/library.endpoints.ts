import type { BusinessEndpoint } from '../wire/endpoint.js';
import { BLOCKED_WORD_ENDPOINTS } from './blocked-word.endpoints.js';
import { PIXEL_ENDPOINTS } from './pixel.endpoints.js';
import { PORTFOLIO_ENDPOINTS } from './portfolio.endpoints.js';
import { RULE_ENDPOINTS } from './rule.endpoints.js';

export const LIBRARY_ENDPOINTS: readonly BusinessEndpoint[] = [
  ...PIXEL_ENDPOINTS,
  ...BLOCKED_WORD_ENDPOINTS,
  ...PORTFOLIO_ENDPOINTS,
  ...RULE_ENDPOINTS,
];
