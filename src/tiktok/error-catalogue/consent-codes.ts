import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** Codes of the OAuth callback. Source: this service (src/integrations/connect). */
export const CONSENT_CODES: ErrorEntry[] = documentedAt(TIKTOK_PAGES.loginKitWeb, [
  {
    code: 'state_used',
    cause: 'the callback repeated a used state with other parameters, or long afterwards',
    fixableBy: 'user',
    retry: 'reconnect',
    message:
      'This sign-in is already finished. Check the list of connections. If the account is missing there, connect it again.',
  },
  {
    code: 'state_expired',
    cause: 'the callback arrived after its state had expired',
    fixableBy: 'user',
    retry: 'reconnect',
    message: 'The sign-in with TikTok took too long and has expired. Connect the account again.',
  },
  {
    code: 'unknown_state',
    cause: "this service did not issue the callback's state",
    fixableBy: 'user',
    retry: 'reconnect',
    message: 'This sign-in was not started here. Start again from the list of connections.',
  },
  {
    code: 'code_missing',
    cause: 'the callback has neither a code nor an error',
    fixableBy: 'user',
    retry: 'reconnect',
    message: 'TikTok returned without a result. Connect the account again and finish every step.',
  },
  {
    code: 'consent_failed',
    cause: 'TikTok returned an error that is not a valid code',
    fixableBy: 'user',
    retry: 'reconnect',
    message: 'The sign-in with TikTok was not completed. Connect the account again.',
  },
  {
    code: 'different_account',
    cause: 'the consent is from another TikTok account than the connection, and this was not confirmed',
    fixableBy: 'user',
    retry: 'reconnect',
    message:
      'You signed in to another TikTok account than the connected one. Sign in to that account and connect it again, or confirm that you want to switch accounts.',
  },
  {
    code: 'integration_gone',
    cause: "the connection was removed while the user was on TikTok's page; the granted access was revoked",
    fixableBy: 'admin',
    retry: 'reconnect',
    message:
      "This connection was removed while you were on TikTok's page, so nothing was added to it. Connect the account again.",
  },
  {
    code: 'saving_delayed',
    cause:
      'TikTok issued the tokens while the database was unavailable; they are kept encrypted in DATA_DIR/token-journal',
    fixableBy: 'admin',
    retry: 'backoff',
    message:
      'TikTok granted access, but saving it is delayed. This service retries automatically. Check the list of connections in a few minutes. If the account is missing there, connect it again.',
  },
  {
    code: 'database_unavailable',
    cause: 'the database was unavailable while the account was being connected',
    fixableBy: 'admin',
    retry: 'backoff',
    message:
      'This service could not reach its database. Check the list of connections in a few minutes. If the account is missing there, connect it again.',
  },
  {
    code: 'consent_pending',
    cause: 'TikTok has not responded for 15 s; the connection is completed in the background',
    fixableBy: 'tiktok',
    retry: 'backoff',
    message:
      'TikTok is responding slowly. The connection appears in the list of connections automatically. If it is missing there after 1 min, connect the account again.',
  },
  {
    code: 'business_app_missing',
    cause: 'TIKTOK_BUSINESS_APP_ID and TIKTOK_BUSINESS_SECRET are not set',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'This service has no TikTok API for Business app, which comments, insights and ads require. Ask the operator to set one up.',
  },
]);
