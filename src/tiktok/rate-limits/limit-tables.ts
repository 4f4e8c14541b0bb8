import type { BusinessTier } from '../../config/index.js';
import type { Window } from './budget.js';

/** A limit as TikTok states it. */
export interface Limit {
  limit: number;
  window: Window;
  per: 'app' | 'advertiser' | 'account' | 'token';
  /** Replaces the path for endpoints that TikTok counts together. */
  group?: string;
}

/**
 * https://developers.tiktok.com/doc/tiktok-api-v2-rate-limit ; OAuth's limit is not published. The six posts per minute are
 * not here: the publication quotas in src/content admit them, with a place in the queue and across restarts.
 */
export const OPEN_API_LIMITS: Readonly<Record<string, Limit>> = {
  '/v2/user/info/': { limit: 600, window: 'minute', per: 'app' },
  '/v2/video/list/': { limit: 600, window: 'minute', per: 'app' },
  '/v2/video/query/': { limit: 600, window: 'minute', per: 'app' },
  '/v2/post/publish/creator_info/query/': { limit: 20, window: 'minute', per: 'token' },
  '/v2/post/publish/status/fetch/': { limit: 30, window: 'minute', per: 'token' },
};

/**
 * Business reference §12. `second` limits all calls of the app. TikTok's limits per minute (60 times as many) and per UTC day
 * (86,400 times) follow from it. `accounts` limits the Accounts API per minute.
 */
export const BUSINESS_TIERS: Readonly<Record<BusinessTier, { second: number; accounts: number }>> = {
  basic: { second: 10, accounts: 600 },
  advanced: { second: 20, accounts: 1_000 },
  premium: { second: 30, accounts: 1_000 },
  ultimate: { second: 50, accounts: 1_000 },
};

/** One account at one endpoint of the Accounts API. */
export const ACCOUNT_ENDPOINT_LIMIT: Limit = { limit: 40, window: 'minute', per: 'account' };

/** The endpoints of the Accounts API that the service calls for an account. */
export const ACCOUNT_ENDPOINTS = [
  '/business/get/',
  '/business/video/list/',
  '/business/video/settings/',
  '/business/video/publish/',
  '/business/photo/publish/',
  '/business/publish/status/',
  '/business/comment/list/',
  '/business/comment/reply/list/',
  '/business/comment/create/',
  '/business/comment/reply/create/',
  '/business/comment/hide/',
  '/business/comment/like/',
  '/business/comment/delete/',
  '/business/message/conversation/list/',
  '/business/message/content/list/',
  '/business/message/send/',
  '/business/message/media/upload/',
  '/business/message/media/download/',
  '/business/message/capabilities/get/',
] as const;

export const MESSAGING_LIMIT: Limit = { limit: 10, window: 'second', per: 'app', group: 'messaging' };

/** Business endpoints with limits of their own, in addition to those of the app and the account. */
export const BUSINESS_LIMITS: Readonly<Record<string, readonly Limit[]>> = {
  '/ad/create/': [
    { limit: 5, window: 'second', per: 'app' },
    { limit: 150, window: 'minute', per: 'app' },
  ],
  // Sources say one or two per second; one is safe.
  '/report/task/create/': [
    { limit: 1, window: 'second', per: 'app' },
    { limit: 4_500, window: 'utc-day', per: 'app' },
  ],
};
