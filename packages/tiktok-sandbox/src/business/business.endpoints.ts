import { ACCOUNT_ENDPOINTS } from './accounts/account.endpoints.js';
import { AD_COMMENT_ENDPOINTS } from './ad-comments/ad-comment.endpoints.js';
import { ADS_ENDPOINTS } from './ads/ads.endpoints.js';
import { ADVERTISER_ENDPOINTS } from './advertisers/advertiser.endpoints.js';
import { AUDIENCE_ENDPOINTS } from './audiences/audience.endpoints.js';
import { DISCOVERY_ENDPOINTS } from './discovery/hashtag.endpoints.js';
import { FILE_ENDPOINTS } from './files/file.endpoints.js';
import { LIBRARY_ENDPOINTS } from './library/library.endpoints.js';
import { MESSAGE_ENDPOINTS } from './messages/message.endpoints.js';
import { OAUTH_ENDPOINTS } from './oauth/oauth.endpoints.js';
import { REPORT_ENDPOINTS } from './reports/report.endpoints.js';
import { SMART_PLUS_ENDPOINTS } from './smart-plus/smart-plus.endpoints.js';
import { SPARK_ENDPOINTS } from './spark/spark.endpoints.js';
import { SUBSCRIPTION_ENDPOINTS } from './subscriptions/subscription.endpoints.js';
import { TOOL_ENDPOINTS } from './tools/tool.endpoints.js';
import { ACCOUNT_WEBHOOK_ENDPOINTS } from './webhooks/account-webhook.endpoints.js';
import type { BusinessEndpoint } from './wire/endpoint.js';

/** Every path below `/open_api/v1.3` that is served. */
export const BUSINESS_ENDPOINTS: readonly BusinessEndpoint[] = [
  ...OAUTH_ENDPOINTS,
  ...ADVERTISER_ENDPOINTS,
  ...ADS_ENDPOINTS,
  ...SMART_PLUS_ENDPOINTS,
  ...SPARK_ENDPOINTS,
  ...TOOL_ENDPOINTS,
  ...AD_COMMENT_ENDPOINTS,
  ...FILE_ENDPOINTS,
  ...REPORT_ENDPOINTS,
  ...AUDIENCE_ENDPOINTS,
  ...SUBSCRIPTION_ENDPOINTS,
  ...ACCOUNT_WEBHOOK_ENDPOINTS,
  ...ACCOUNT_ENDPOINTS,
  ...LIBRARY_ENDPOINTS,
  ...DISCOVERY_ENDPOINTS,
  ...MESSAGE_ENDPOINTS,
];
