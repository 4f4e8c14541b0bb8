import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** `reason` of the webhook `authorization.removed`; the token is dead on arrival. Source: open API reference §8.3. */
export const AUTHORIZATION_REMOVED_REASONS: ErrorEntry[] = documentedAt(TIKTOK_PAGES.webhookEvents, [
  {
    code: '0',
    cause: 'unknown',
    fixableBy: 'user',
    retry: 'reconnect',
    message: 'TikTok has ended the access of this app without saying why. Connect the account again.',
  },
  {
    code: '1',
    cause: 'the user disconnected the app in TikTok',
    fixableBy: 'user',
    retry: 'reconnect',
    message:
      'The TikTok user has removed the access of this app in the TikTok settings. Connect the account again if that was not intended.',
  },
  {
    code: '2',
    cause: 'the account was deleted',
    fixableBy: 'user',
    retry: 'never',
    message:
      'The TikTok account has been deleted, so nothing can be posted to it or read from it any more. Restore the account in the TikTok app or connect another one.',
  },
  {
    code: '3',
    cause: "the user's age was changed",
    fixableBy: 'user',
    retry: 'reconnect',
    message:
      'The age given for the TikTok account has changed, and TikTok has ended the access of this app. The owner of the account must settle that with TikTok; then connect the account again.',
  },
  {
    code: '4',
    cause: 'the account was banned',
    fixableBy: 'user',
    retry: 'never',
    message:
      'TikTok has banned the account. Its owner can appeal in the TikTok app; connect the account again when the ban has been lifted.',
  },
  {
    code: '5',
    cause: 'the developer revoked the access',
    fixableBy: 'admin',
    retry: 'reconnect',
    message:
      'The access to the TikTok account was given up from this side, by disconnecting it or in the TikTok app of this service. Connect the account again if that was not intended.',
  },
]);
