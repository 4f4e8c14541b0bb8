import { CONSENT_CODES } from './consent-codes.js';
import { CREATIVE_CODES } from './creative-codes.js';
import { documentedAt, type ErrorEntry } from './error-entry.js';
import { POST_KIND_CODES } from './post-kind-codes.js';
import { SYNC_CODES } from './sync-codes.js';
import { POST_RULE_CODES } from './post-rule-codes.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

const OF_POSTS: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.mediaTransfer, [
    {
      code: 'upload_url_expired',
      cause: 'PUT returned 403: upload_url is valid for 1 h',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'The upload to TikTok exceeded the limit of 1 h. Create a new post. If this happens again, use a smaller file.',
    },
    {
      code: 'upload_not_found',
      cause: 'PUT returned 404, or the record has no upload_url',
      fixableBy: 'user',
      retry: 'after_fix',
      message: 'TikTok no longer knows this upload. Create a new post.',
    },
    {
      code: 'upload_refused',
      cause: 'PUT returned a 4xx other than 403, 404 and 416',
      fixableBy: 'developer',
      retry: 'never',
      message:
        'TikTok rejected the upload of the file. Create a new post. If TikTok rejects that one too, report it to the operator.',
    },
    {
      code: 'staged_file_missing',
      cause: 'the staged file is missing from DATA_DIR/uploads',
      fixableBy: 'user',
      retry: 'after_fix',
      message: 'The uploaded file is no longer on this server. Upload it in a new post.',
    },
    {
      code: 'upload_expired',
      cause: 'it was not published within UPLOAD_RETENTION_DAYS',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'This video was removed because it was not published in time. Nothing was posted. Upload it in a new post.',
    },
    {
      code: 'video_too_large',
      cause: "the staged file exceeds TikTok's 4 GB",
      fixableBy: 'user',
      retry: 'after_fix',
      message: 'TikTok accepts videos up to 4 GB. Nothing was posted. Upload a smaller file.',
    },
    {
      code: 'transfer_incomplete',
      cause: 'TikTok did not accept every chunk within all attempts',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'The upload to TikTok failed after several attempts. Nothing was posted. Create a new post to try again.',
    },
    {
      code: 'chunk_sizes_refused',
      cause: 'TikTok rejected every chunk plan as invalid, although each follows its rules',
      fixableBy: 'tiktok',
      retry: 'after_fix',
      message:
        "TikTok rejected the upload of this file, although it follows TikTok's rules. Nothing was posted. Try again later, or use a file of at most 64 MB.",
    },
    {
      code: 'transfer_outcome_unknown',
      cause: 'TikTok rejected a chunk, and also the query for what it has received',
      fixableBy: 'user',
      retry: 'never',
      message:
        "We couldn't confirm whether TikTok received the whole video, so it may still be posted. Check the account before you publish again.",
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.postStatus, [
    {
      code: 'init_outcome_unknown',
      cause: 'no response to init: TikTok may have started the post, so init is never sent again',
      fixableBy: 'user',
      retry: 'never',
      message:
        'The connection to TikTok was lost while the post was starting. TikTok may have posted it. Check the account before you publish again.',
    },
    {
      code: 'posted_already',
      cause: 'the publication that this one retries turned out to be on TikTok',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'TikTok has the earlier attempt of this post after all, so this one was not sent. Check the earlier one. To post it twice, create a new post.',
    },
    {
      code: 'processing_outcome_unknown',
      cause: 'the status was still PROCESSING after the last poll',
      fixableBy: 'user',
      retry: 'never',
      message:
        'TikTok has not reported the outcome of this post for more than a day. Check the account before you publish again.',
    },
    {
      code: 'unknown',
      cause: 'FAILED without a fail_reason',
      fixableBy: 'tiktok',
      retry: 'never',
      message:
        'TikTok did not publish the post and gave no reason. Check the account in the TikTok app, then create a new post.',
    },
  ]),
];

const OF_CONNECTIONS: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.tokens, [
    {
      code: 'reconnect_needed',
      cause: 'TikTok rejected the refresh token permanently',
      fixableBy: 'user',
      retry: 'reconnect',
      message: 'TikTok no longer accepts this connection. Connect the account again.',
    },
    {
      code: 'token_unreadable',
      cause:
        'the stored token cannot be decrypted: its key is missing from TOKEN_ENCRYPTION_KEYS, or the token is damaged',
      fixableBy: 'developer',
      retry: 'after_fix',
      message:
        'This service cannot read the stored access to this TikTok account. Ask the operator to restore the encryption key, or connect the account again.',
    },
    {
      code: 'credential_gone',
      cause: 'a disconnect or a data deletion removed the credential',
      fixableBy: 'admin',
      retry: 'reconnect',
      message: 'The connection to this TikTok account was removed. Connect the account again.',
    },
    {
      code: 'integration_not_active',
      cause: 'no active integration',
      fixableBy: 'admin',
      retry: 'reconnect',
      message: 'There is no working connection to this TikTok account. Connect the account again.',
    },
    {
      code: 'unknown_integration',
      cause: 'the integration was deleted, or belongs to another organisation',
      fixableBy: 'admin',
      retry: 'reconnect',
      message:
        'This connection no longer exists in this organisation. Choose another one, or connect the account again.',
    },
    {
      code: 'capability_missing',
      cause: "the integration's consents do not allow it, or the app is not audited",
      fixableBy: 'admin',
      retry: 'reconnect',
      message:
        'This TikTok account is connected without the required permission. Connect the account again and leave every box checked.',
    },
    {
      code: 'token_refresh_slow',
      cause: 'TikTok has not responded to the token refresh for 5 s; the refresh continues',
      fixableBy: 'tiktok',
      retry: 'backoff',
      message: 'TikTok is slow to renew the access to this account. Try again in a few seconds.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.rateLimits, [
    {
      code: 'tiktok_rate_limit',
      cause: "one of TikTok's call limits is used up, by our count or by TikTok's response (HTTP 429)",
      fixableBy: 'tiktok',
      retry: 'in_a_minute',
      message: 'Too many calls to TikTok. Try again in 1 min.',
    },
    {
      code: 'http_429',
      cause: 'a TikTok gateway returned HTTP 429 without an envelope',
      fixableBy: 'tiktok',
      retry: 'in_a_minute',
      message: 'Too many calls to TikTok. Try again in 1 min.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.openApiErrors, [
    {
      code: 'tiktok_unreachable',
      cause:
        'network errors, HTTP 5xx, rate limits or incomplete responses in every attempt, before anything was started',
      fixableBy: 'tiktok',
      retry: 'backoff',
      message:
        'TikTok was unreachable for a long time. Nothing was posted. Publish again later. Syncs retry automatically.',
    },
    {
      code: 'internal_fault',
      cause: 'an unexpected error in every attempt; see the log',
      fixableBy: 'developer',
      retry: 'never',
      message:
        'Something went wrong on our side. Check the account in TikTok before publishing again, and contact your administrator. Syncs retry automatically.',
    },
    {
      code: 'tiktok_unavailable',
      cause: 'a network error or HTTP 5xx while the account was being connected',
      fixableBy: 'tiktok',
      retry: 'backoff',
      message:
        'TikTok did not respond while the account was being connected. Connect it again in a few minutes.',
    },
  ]),
];

/** Source: this service (src/content, src/sync, src/integrations, open-api/media-upload.api.ts). */
export const CONNECTOR_CODES: ErrorEntry[] = [
  ...OF_POSTS,
  ...POST_RULE_CODES,
  ...POST_KIND_CODES,
  ...OF_CONNECTIONS,
  ...CONSENT_CODES,
  ...SYNC_CODES,
  ...CREATIVE_CODES,
];
