import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** What keeps a sync from fetching everything. */
export const SYNC_CODES: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.videoList, [
    {
      code: 'listing_cut_short',
      cause: 'the list of videos announced more and led nowhere, or had a page without videos',
      fixableBy: 'tiktok',
      retry: 'backoff',
      message:
        'TikTok listed only a part of the videos, so the others still show older figures. The next sync fetches the whole list again.',
    },
  ]),
];
