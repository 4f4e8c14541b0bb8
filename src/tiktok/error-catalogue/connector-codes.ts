import { CONSENT_CODES } from './consent-codes.js';
import { documentedAt, type ErrorEntry } from './error-entry.js';
import { POST_KIND_CODES } from './post-kind-codes.js';
import { SYNC_CODES } from './sync-codes.js';
import { POST_RULE_CODES } from './post-rule-codes.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

const OF_POSTS: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.mediaTransfer, [
    {
      code: 'upload_url_expired',
      cause: 'PUT answered 403: upload_url is valid for one hour',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'The transfer to TikTok took longer than the hour it allows: publish again as a new post, with a smaller file if it happens twice.',
    },
    {
      code: 'upload_not_found',
      cause: 'PUT answered 404, or the record holds no upload_url',
      fixableBy: 'user',
      retry: 'after_fix',
      message: 'TikTok no longer knows this upload: publish again as a new post.',
    },
    {
      code: 'upload_refused',
      cause: 'PUT answered another 4xx than 403, 404 and 416',
      fixableBy: 'developer',
      retry: 'never',
      message:
        'TikTok refused the transfer of the file. Publish it again as a new post; if that is refused too, report it as a fault of this service.',
    },
    {
      code: 'staged_file_missing',
      cause: 'the staged file is gone from DATA_DIR/uploads',
      fixableBy: 'user',
      retry: 'after_fix',
      message: 'The uploaded file is no longer on this server: upload it again in a new publication.',
    },
    {
      code: 'upload_expired',
      cause: 'nobody published it within UPLOAD_RETENTION_DAYS',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'Nobody published this video in time, so it was removed from this server. Nothing was posted: upload it again in a new publication.',
    },
    {
      code: 'video_too_large',
      cause: 'the staged file is larger than the 4 GB that TikTok takes',
      fixableBy: 'user',
      retry: 'after_fix',
      message: 'TikTok takes videos of at most 4 GB. Nothing was posted: upload a smaller file.',
    },
    {
      code: 'transfer_incomplete',
      cause: 'until the last attempt TikTok did not take every chunk',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'The video did not reach TikTok as a whole, although it was tried again and again. Nothing was posted: publish it again as a new post.',
    },
    {
      code: 'chunk_sizes_refused',
      cause: 'TikTok called every way of cutting the file into chunks invalid, although all keep its rules',
      fixableBy: 'tiktok',
      retry: 'after_fix',
      message:
        'TikTok refused every way of cutting this file into parts, which is a fault of theirs. Nothing was posted: try again later, or with a file of at most 64 MB.',
    },
    {
      code: 'transfer_outcome_unknown',
      cause: 'a chunk was refused, and so was the question whether TikTok has all of them',
      fixableBy: 'user',
      retry: 'never',
      message:
        'TikTok did not say whether it has received the whole video, so nobody knows whether it will be posted. Look at the account before you publish again.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.postStatus, [
    {
      code: 'init_outcome_unknown',
      cause: 'no answer to init: it may have begun the post, and is never sent again',
      fixableBy: 'user',
      retry: 'never',
      message:
        'The connection to TikTok broke while the post was being started, so nobody knows whether TikTok began it. Look at the account before you publish again.',
    },
    {
      code: 'posted_already',
      cause: 'the publication that this one tries again has turned out to be at TikTok',
      fixableBy: 'user',
      retry: 'after_fix',
      message:
        'TikTok has the earlier attempt of this post after all, so this one was not sent: look at that one. Should the post be made twice, begin a new publication.',
    },
    {
      code: 'processing_outcome_unknown',
      cause: 'the status was still PROCESSING after the last poll',
      fixableBy: 'user',
      retry: 'never',
      message:
        'TikTok has not said for more than a day what became of this post. Look at the account before you publish again.',
    },
    {
      code: 'unknown',
      cause: 'FAILED without a fail_reason',
      fixableBy: 'tiktok',
      retry: 'never',
      message:
        'TikTok did not publish the post and gave no reason. Look at the account in the TikTok app, then publish it as a new post.',
    },
  ]),
];

const OF_CONNECTIONS: ErrorEntry[] = [
  ...documentedAt(TIKTOK_PAGES.tokens, [
    {
      code: 'reconnect_needed',
      cause: 'the refresh token was refused for good',
      fixableBy: 'user',
      retry: 'reconnect',
      message: 'TikTok no longer accepts the connection: connect the account again.',
    },
    {
      code: 'token_unreadable',
      cause:
        'the stored token cannot be decrypted: its key is not in TOKEN_ENCRYPTION_KEYS, or it was damaged',
      fixableBy: 'developer',
      retry: 'after_fix',
      message:
        'This service cannot read the stored access to this TikTok account. Ask the team that runs this service to restore its encryption key, or connect the account again.',
    },
    {
      code: 'credential_gone',
      cause: 'the credential was deleted, by a disconnect or a data deletion',
      fixableBy: 'admin',
      retry: 'reconnect',
      message: 'The connection to this TikTok account has been removed: connect the account again.',
    },
    {
      code: 'integration_not_active',
      cause: 'no active integration to work with',
      fixableBy: 'admin',
      retry: 'reconnect',
      message: 'There is no working connection to this TikTok account: connect the account again.',
    },
    {
      code: 'unknown_integration',
      cause: 'the integration was deleted, or is of another organisation',
      fixableBy: 'admin',
      retry: 'reconnect',
      message:
        'This connection does not exist in this organisation any more. Choose another one, or connect the account again.',
    },
    {
      code: 'capability_missing',
      cause: 'the consents of the integration do not allow it, or the app is not audited',
      fixableBy: 'admin',
      retry: 'reconnect',
      message:
        'This TikTok account is not connected with the permission for that. Connect the account again and leave every box ticked.',
    },
    {
      code: 'token_refresh_slow',
      cause: 'TikTok has not answered the refresh of the access token for 5 s; the refresh goes on',
      fixableBy: 'tiktok',
      retry: 'backoff',
      message: 'TikTok is slow to renew the access to this account. Try again in a few seconds.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.rateLimits, [
    {
      code: 'tiktok_rate_limit',
      cause: "one of TikTok's limits of calls is used up, by our count or by TikTok's word (HTTP 429)",
      fixableBy: 'tiktok',
      retry: 'in_a_minute',
      message: 'Too many calls to TikTok: try again in a minute.',
    },
    {
      code: 'http_429',
      cause: 'a gateway of TikTok answered HTTP 429 without an envelope',
      fixableBy: 'tiktok',
      retry: 'in_a_minute',
      message: 'Too many calls to TikTok: try again in a minute.',
    },
  ]),
  ...documentedAt(TIKTOK_PAGES.openApiErrors, [
    {
      code: 'tiktok_unreachable',
      cause:
        'network trouble, HTTP 5xx, rate limits or incomplete answers until the last attempt, before anything was begun',
      fixableBy: 'tiktok',
      retry: 'backoff',
      message:
        'TikTok could not be reached for a long time. Nothing was posted: publish again later. A sync tries again by itself.',
    },
    {
      code: 'internal_fault',
      cause: 'an error that this service does not know, until the last attempt; the log has it',
      fixableBy: 'developer',
      retry: 'never',
      message:
        'This service met a fault that it could not overcome. Look at the account in the TikTok app before you publish again, and report the fault to whoever runs this service. A sync tries again by itself.',
    },
    {
      code: 'tiktok_unavailable',
      cause: 'network trouble or HTTP 5xx while the account was being connected',
      fixableBy: 'tiktok',
      retry: 'backoff',
      message:
        'TikTok did not answer while the account was being connected. Connect it again in a few minutes.',
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
];
