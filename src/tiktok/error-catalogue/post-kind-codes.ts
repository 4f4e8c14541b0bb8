import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** Options that only one of the two posting APIs supports. */
export const POST_KIND_CODES: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.directPost, [
    {
      code: 'music_needs_business_account',
      cause: 'the post has a music track, and the open API has no field for one',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'Music tracks require an account that publishes through the Business API. Nothing was posted. Remove the music, or reconnect the account with permission to publish there.',
    },
  ]),
];
