import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** What only one of the two APIs that carry posts allows. */
export const POST_KIND_CODES: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.directPost, [
    {
      code: 'music_needs_business_account',
      cause: 'a track was chosen, and the open API has no field for one',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'A track can be chosen only for accounts that publish through the Business API. Nothing was posted: leave the music out, or connect the account with the permission to publish there.',
    },
  ]),
];
