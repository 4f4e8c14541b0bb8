import type { BusinessEndpoint } from '../wire/endpoint.js';
import { APP_ENDPOINTS } from './app.endpoints.js';
import { CALL_TO_ACTION_ENDPOINTS } from './call-to-action.endpoints.js';
import { INTEREST_KEYWORD_ENDPOINTS } from './interest-keyword.endpoints.js';
import { PAGE_ENDPOINTS } from './page.endpoints.js';
import { PREVIEW_ENDPOINTS } from './preview.endpoints.js';
import { TARGETING_ENDPOINTS } from './targeting.endpoints.js';

/** What the forms of ads offer. */
export const TOOL_ENDPOINTS: readonly BusinessEndpoint[] = [
  ...TARGETING_ENDPOINTS,
  ...INTEREST_KEYWORD_ENDPOINTS,
  ...APP_ENDPOINTS,
  ...PAGE_ENDPOINTS,
  ...CALL_TO_ACTION_ENDPOINTS,
  ...PREVIEW_ENDPOINTS,
];
