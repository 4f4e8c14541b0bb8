import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** Reasons why a video or an image did not get into an ad account. */
export const CREATIVE_CODES: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.businessReturnCodes, [
    {
      code: 'creative_file_missing',
      cause: 'the staged file of an ad creative is missing from DATA_DIR/uploads',
      fixableBy: 'user',
      retry: 'after_fix',
      message: 'The file is no longer on this server, and TikTok does not have it. Upload it again.',
    },
    {
      code: 'creative_upload_failed',
      cause: 'TikTok answered the text None instead of an id',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'TikTok could not use the file. Check that it plays or opens, export it again, and upload it again.',
    },
    {
      code: 'creative_never_ready',
      cause: 'TikTok did not finish processing the file within 30 min',
      fixableBy: 'tiktok',
      retry: 'after_fix',
      message:
        'TikTok accepted the file and did not finish processing it within 30 min. Upload it again, or try another export of it.',
    },
    {
      code: 'creative_unreachable',
      cause: 'network errors, HTTP 5xx or rate limits in every attempt to receive or send the file',
      fixableBy: 'tiktok',
      retry: 'backoff',
      message:
        'The file could not be fetched, or TikTok was unreachable, for a long time. Upload the file again later.',
    },
    {
      code: 'creative_fault',
      cause: 'an unexpected error in every attempt; see the log',
      fixableBy: 'developer',
      retry: 'never',
      message:
        'Something went wrong on our side. Look for the file in the library of TikTok Ads Manager before you upload it again, and contact your administrator.',
    },
  ]),
];
