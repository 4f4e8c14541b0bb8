import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** Codes at the return address of a consent. Source: this service (src/integrations/connect). */
export const CONSENT_CODES: ErrorEntry[] = documentedAt(TIKTOK_PAGES.loginKitWeb, [
  {
    code: 'state_used',
    cause: 'the browser came back with another answer for a state that was used, or long after it',
    fixableBy: 'user',
    retry: 'reconnect',
    message:
      'This sign-in was finished already. Look at the list of connections; if the account is missing there, connect it again.',
  },
  {
    code: 'state_expired',
    cause: 'the browser came back after the life of the state',
    fixableBy: 'user',
    retry: 'reconnect',
    message: 'The sign-in at TikTok took too long and has expired. Connect the account again.',
  },
  {
    code: 'unknown_state',
    cause: 'the state of the callback is not one of ours',
    fixableBy: 'user',
    retry: 'reconnect',
    message: 'This sign-in was not started here. Start again from the list of connections.',
  },
  {
    code: 'code_missing',
    cause: 'the callback holds neither a code nor an error',
    fixableBy: 'user',
    retry: 'reconnect',
    message: 'TikTok came back without an answer. Connect the account again and finish every step.',
  },
  {
    code: 'consent_failed',
    cause: 'TikTok has answered with an error that is not a word',
    fixableBy: 'user',
    retry: 'reconnect',
    message: 'The sign-in at TikTok was not finished. Connect the account again.',
  },
  {
    code: 'different_account',
    cause: 'the consent is of another TikTok account than the connection has, and that was not confirmed',
    fixableBy: 'user',
    retry: 'reconnect',
    message:
      'You were signed in to another TikTok account than the one that is connected. Sign in to that one at TikTok and connect the account again, or confirm that another account is meant.',
  },
  {
    code: 'integration_gone',
    cause: 'the connection was ended while the browser was at TikTok; what TikTok granted is given back',
    fixableBy: 'admin',
    retry: 'reconnect',
    message:
      'This connection was ended while you were at TikTok, so nothing was added to it. Connect the account again.',
  },
  {
    code: 'saving_delayed',
    cause: 'TikTok gave the tokens and the database was away; they wait encrypted in DATA_DIR/token-journal',
    fixableBy: 'admin',
    retry: 'backoff',
    message:
      'TikTok has given the access, but it could not be saved yet. That happens by itself: look at the list of connections in a few minutes, and connect the account again if it is missing there.',
  },
  {
    code: 'database_unavailable',
    cause: 'the database was away while the account was being connected',
    fixableBy: 'admin',
    retry: 'backoff',
    message:
      'This service could not reach its database. Look at the list of connections in a few minutes, and connect the account again if it is missing there.',
  },
  {
    code: 'consent_pending',
    cause: 'TikTok has not answered for 15 s; the consent is finished in the background',
    fixableBy: 'tiktok',
    retry: 'backoff',
    message:
      'TikTok is slow to answer. The connection appears in the list of connections by itself; connect the account again if it is missing there after a minute.',
  },
  {
    code: 'business_app_missing',
    cause: 'TIKTOK_BUSINESS_APP_ID and TIKTOK_BUSINESS_SECRET are not set',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'This service has no app at TikTok API for Business, which comments, insights and ads need. The operator of this service must enter one.',
  },
]);
