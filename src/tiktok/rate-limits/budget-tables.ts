import type { BusinessTier } from '../../config/index.js';
import type { Window } from './budget.js';

/** A limit as TikTok states it: how many, in which window, counted for whom. */
export interface Limit {
  limit: number;
  window: Window;
  per: 'app' | 'advertiser' | 'account' | 'token';
  /** Endpoints that share one count; by default each has its own. */
  group?: string;
}

const minute = (limit: number, per: Limit['per'], group?: string): Limit => ({
  limit,
  window: 'minute',
  per,
  ...(group !== undefined && { group }),
});

// Whether TikTok counts the three kinds of init together is not established: together is safe.
const INIT = minute(6, 'token', 'init');

/** https://developers.tiktok.com/doc/tiktok-api-v2-rate-limit ; a sliding minute each. OAuth's is not published. */
export const OPEN_API_LIMITS: Readonly<Record<string, readonly Limit[]>> = {
  '/v2/user/info/': [minute(600, 'app')],
  '/v2/video/list/': [minute(600, 'app')],
  '/v2/video/query/': [minute(600, 'app')],
  '/v2/post/publish/creator_info/query/': [minute(20, 'token')],
  '/v2/post/publish/video/init/': [INIT],
  '/v2/post/publish/inbox/video/init/': [INIT],
  '/v2/post/publish/content/init/': [INIT],
  '/v2/post/publish/status/fetch/': [minute(30, 'token')],
};

/** Calls of the whole Business app by its level. Business reference §12. */
export const BUSINESS_TIERS: Record<BusinessTier, { second: number; minute: number; day: number }> = {
  basic: { second: 10, minute: 600, day: 864_000 },
  advanced: { second: 20, minute: 1_200, day: 1_728_000 },
  premium: { second: 30, minute: 1_800, day: 2_592_000 },
  ultimate: { second: 50, minute: 3_000, day: 4_320_000 },
};

/** Accounts API: all accounts together; a higher level than basic allows more. */
export const accountsApiPerMinute = (tier: BusinessTier): number => (tier === 'basic' ? 600 : 1_000);

/** Accounts API: one account at one endpoint. */
export const ACCOUNT_ENDPOINT_LIMIT = minute(40, 'account');

const PUBLISH: readonly Limit[] = [
  minute(6, 'account', 'publish'),
  { limit: 15, window: 'rolling-day', per: 'account', group: 'publish' },
];

/** Endpoints with limits of their own, besides those of app and account. */
export const BUSINESS_LIMITS: Readonly<Record<string, readonly Limit[]>> = {
  '/ad/create/': [{ limit: 5, window: 'second', per: 'app' }, minute(150, 'app')],
  // Sources say one and two a second: one is safe.
  '/report/task/create/': [
    { limit: 1, window: 'second', per: 'app' },
    { limit: 4_500, window: 'utc-day', per: 'app' },
  ],
  '/business/video/publish/': PUBLISH,
  '/business/photo/publish/': PUBLISH,
};

export const MESSAGING_LIMIT: Limit = { limit: 10, window: 'second', per: 'app', group: 'messaging' };
