import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

// TikTok uses both spellings: the singular in its posting docs, the plural on the wire.
const MALFORMED = {
  cause: 'a request field is missing or invalid; the message names it',
  fixableBy: 'developer',
  retry: 'never',
  message:
    'TikTok rejected the request as malformed. This is a bug in this service. Report it to the operator.',
} as const;

/** Codes of all open.tiktokapis.com endpoints. Source: open API reference §6. */
export const OPEN_API_CODES: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.openApiErrors, [
    {
      code: 'access_token_invalid',
      cause: 'the access token is expired, revoked or missing (HTTP 401)',
      fixableBy: 'user',
      retry: 'refresh_once',
      message: 'TikTok no longer accepts this connection. Connect the account again.',
    },
    { code: 'invalid_params', ...MALFORMED },
    { code: 'invalid_param', ...MALFORMED },
    {
      code: 'invalid_file_upload',
      cause: 'the file does not meet the specification (HTTP 400)',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'TikTok does not accept this file. Check its format, length and size, then upload it in a new post.',
    },
    {
      code: 'internal_error',
      cause: 'TikTok had an internal error (HTTP 5xx)',
      fixableBy: 'tiktok',
      retry: 'backoff',
      message: 'TikTok had an internal error. Try again later.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.rateLimits, [
    {
      code: 'rate_limit_exceeded',
      cause: 'too many calls in the sliding minute, per user token or per app (HTTP 429)',
      fixableBy: 'tiktok',
      retry: 'in_a_minute',
      message: 'Too many calls to TikTok. Try again in 1 min.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.scopes, [
    {
      code: 'scope_not_authorized',
      cause: "the endpoint's scope was not granted (HTTP 401); a refresh does not help",
      fixableBy: 'user',
      retry: 'reconnect',
      message:
        'The TikTok user has not granted this app that permission. Connect the account again and leave every box checked.',
    },
    {
      code: 'scope_permission_missed',
      cause: 'a requested field needs another scope (HTTP 400)',
      fixableBy: 'user',
      retry: 'reconnect',
      message:
        'The TikTok user has not allowed this app to read all of this data. Connect the account again and leave every box checked.',
    },
  ]),
];
