import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** `reason` in the webhook `authorization.removed`. The token no longer works when it arrives. Source: open API reference §8.3. */
export const AUTHORIZATION_REMOVED_REASONS: ErrorEntry[] = documentedAt(TIKTOK_PAGES.webhookEvents, [
  {
    code: '0',
    cause: 'unknown',
    fixableBy: 'user',
    retry: 'reconnect',
    message: "TikTok revoked this app's access without a reason. Connect the account again.",
  },
  {
    code: '1',
    cause: 'the user disconnected the app in TikTok',
    fixableBy: 'user',
    retry: 'reconnect',
    message:
      "The TikTok user revoked this app's access in the TikTok settings. If that was not intended, connect the account again.",
  },
  {
    code: '2',
    cause: 'the account was deleted',
    fixableBy: 'user',
    retry: 'never',
    message: 'The TikTok account was deleted. Restore it in the TikTok app, or connect another account.',
  },
  {
    code: '3',
    cause: "the user's age changed",
    fixableBy: 'user',
    retry: 'reconnect',
    message:
      "The age of the TikTok user changed, so TikTok revoked this app's access. Ask the account's owner to resolve this with TikTok. Then connect the account again.",
  },
  {
    code: '4',
    cause: 'the account was banned',
    fixableBy: 'user',
    retry: 'never',
    message:
      'TikTok banned the account. Its owner can appeal in the TikTok app. Once the ban is lifted, connect the account again.',
  },
  {
    code: '5',
    cause: 'the developer revoked the access',
    fixableBy: 'admin',
    retry: 'reconnect',
    message:
      'Access to the TikTok account was revoked here or in the settings of the TikTok app. If that was not intended, connect the account again.',
  },
]);
