import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** API for Business: limits. Nothing was done. Sources: Business reference §11, §12. */
export const BUSINESS_LIMIT_CODES: ErrorEntry[] = documentedAt(TIKTOK_PAGES.businessReturnCodes, [
  {
    code: '40016',
    cause: 'the app calls this endpoint too often',
    fixableBy: 'developer',
    retry: 'backoff',
    message:
      'This app has called TikTok too often for the same data. It continues automatically. If this happens daily, ask the operator to request a higher tier.',
  },
  {
    code: '40100',
    cause: "the app's QPS, QPM or QPD is exceeded: wait 1 s, 5 min or until 00:00 UTC, as the message says",
    fixableBy: 'developer',
    retry: 'in_five_minutes',
    message:
      'This app has called TikTok too often. Try again in 5 min. A used-up daily quota resets at midnight UTC. Ask the operator to request a higher tier.',
  },
  {
    code: '40132',
    cause: 'too many calls with the same parameter value',
    fixableBy: 'tiktok',
    retry: 'in_a_minute',
    message: 'TikTok received too many calls about the same item. Try again in 1 min.',
  },
  {
    code: '40133',
    cause: 'too many calls for this advertiser',
    fixableBy: 'tiktok',
    retry: 'in_a_minute',
    message:
      'TikTok received too many calls for this ad account, counted across all apps. Try again in 1 min.',
  },
]);
