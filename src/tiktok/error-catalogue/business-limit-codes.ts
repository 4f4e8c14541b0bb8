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
      'This app has asked TikTok for the same thing too often. It goes on by itself; whoever runs the TikTok app can ask for a higher tier if this happens every day.',
  },
  {
    code: '40100',
    cause: 'QPS, QPM or QPD of the app exceeded: wait 1 s, 5 min or until 00:00 UTC, as the message says',
    fixableBy: 'developer',
    retry: 'in_five_minutes',
    message:
      'This app has called TikTok too often. Try again in five minutes; when the quota of the day is used up it begins anew at midnight UTC. Whoever runs the TikTok app can ask TikTok for a higher tier.',
  },
  {
    code: '40132',
    cause: 'too many calls with the same value of a parameter',
    fixableBy: 'tiktok',
    retry: 'in_a_minute',
    message: 'TikTok was asked about the same thing too often: try again in a minute.',
  },
  {
    code: '40133',
    cause: 'too many calls for this advertiser',
    fixableBy: 'tiktok',
    retry: 'in_a_minute',
    message: 'TikTok was called too often for this ad account, by all apps together: try again in a minute.',
  },
]);
