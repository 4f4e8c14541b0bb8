import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** Reasons for an incomplete sync. */
export const SYNC_CODES: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.videoList, [
    {
      code: 'listing_cut_short',
      cause: 'the video list announced more pages and did not deliver them, or had a page without videos',
      fixableBy: 'tiktok',
      retry: 'backoff',
      message:
        'TikTok listed only some of the videos, so the others still show older figures. The next sync fetches the whole list again.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.adComments, [
    {
      code: 'no_ad_groups',
      cause:
        'no ad account of the integration has an ad group in the copy of this service, and comments are listed per ad group',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'Your ad accounts have no ad groups yet, so there are no comments on ads to read. Launch an ad, or start the sync ads if ' +
        'TikTok Ads Manager shows one. Comments follow automatically.',
    },
  ]),
];
