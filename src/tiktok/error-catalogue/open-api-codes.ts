import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

// Both spellings are TikTok's: the posting pages print the singular, the wire carries the plural.
const MALFORMED = {
  cause: 'a field of the request is missing or invalid; the message names it',
  fixableBy: 'developer',
  retry: 'never',
  message: 'TikTok refused the request as malformed. This is a fault of this service: please report it.',
} as const;

/** Codes of every endpoint of open.tiktokapis.com. Source: open API reference §6. */
export const OPEN_API_CODES: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.openApiErrors, [
    {
      code: 'access_token_invalid',
      cause: 'access token expired, revoked or absent (HTTP 401)',
      fixableBy: 'user',
      retry: 'refresh_once',
      message: 'TikTok no longer accepts the connection: connect the account again.',
    },
    { code: 'invalid_params', ...MALFORMED },
    { code: 'invalid_param', ...MALFORMED },
    {
      code: 'invalid_file_upload',
      cause: 'the file does not meet the specification (HTTP 400)',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'TikTok does not take this file. Check its format, length and size, then upload it again in a new publication.',
    },
    {
      code: 'internal_error',
      cause: 'internal error of TikTok (HTTP 5xx)',
      fixableBy: 'tiktok',
      retry: 'backoff',
      message: 'TikTok had an internal problem: try again later.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.rateLimits, [
    {
      code: 'rate_limit_exceeded',
      cause: 'too many calls in the sliding minute, per user token or per app (HTTP 429)',
      fixableBy: 'tiktok',
      retry: 'in_a_minute',
      message: 'Too many calls to TikTok: try again in a minute.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.scopes, [
    {
      code: 'scope_not_authorized',
      cause: 'the scope of the endpoint was not granted (HTTP 401); refreshing does not help',
      fixableBy: 'user',
      retry: 'reconnect',
      message:
        'The TikTok user has not allowed this app to do that: connect the account again and leave every box ticked.',
    },
    {
      code: 'scope_permission_missed',
      cause: 'a field that was asked for needs another scope (HTTP 400)',
      fixableBy: 'user',
      retry: 'reconnect',
      message:
        'The TikTok user has not allowed this app to read all of that: connect the account again and leave every box ticked.',
    },
  ]),
];
