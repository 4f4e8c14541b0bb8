import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** API for Business: apps, tokens, permissions. Sources: Business reference §1.1, §1.2, §11. (?) marks what is uncertain there. */
export const BUSINESS_ACCESS_CODES: ErrorEntry[] = documentedAt(TIKTOK_PAGES.businessReturnCodes, [
  {
    code: '40001',
    cause: 'no permission for the object or action, a missing scope, or an unknown advertiser',
    fixableBy: 'admin',
    retry: 'after_fix',
    message:
      'The person who connected TikTok does not have permission for this account. Ask an administrator of the ad account or TikTok account for it, or connect again with every box checked.',
  },
  {
    code: '40101',
    cause: 'the app id or secret is invalid',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok rejected the id and secret of this app for the Business API. Ask the operator to set those of the right app.',
  },
  {
    code: '40102',
    cause: 'the access token has expired',
    fixableBy: 'user',
    retry: 'refresh_once',
    message:
      'The access to the TikTok account has expired and could not be renewed. Connect the account again.',
  },
  {
    code: '40103',
    cause: 'the refresh token has expired',
    fixableBy: 'user',
    retry: 'reconnect',
    message: 'The access to the TikTok account has expired. Connect the account again.',
  },
  {
    code: '40104',
    cause: 'no access token: the Access-Token header is missing',
    fixableBy: 'developer',
    retry: 'never',
    message:
      'The call to TikTok had no access token. This is a bug in this service. Report it to the operator.',
  },
  {
    code: '40105',
    cause: 'the access token is incorrect, revoked or expired; advertiser tokens cannot be refreshed',
    fixableBy: 'user',
    retry: 'refresh_once',
    message:
      'TikTok no longer accepts this connection because it was revoked or has expired. Connect the account again. For ads, connect the ad accounts again.',
  },
  {
    code: '40106',
    cause: 'the core user is invalid: the token is not valid for this advertiser',
    fixableBy: 'user',
    retry: 'reconnect',
    message: 'TikTok no longer accepts this connection or the account behind it. Connect the account again.',
  },
  {
    code: '40107',
    cause: 'the refresh token is wrong or rotated, or the token has none (advertiser)',
    fixableBy: 'user',
    retry: 'reconnect',
    message: 'TikTok no longer renews the access to this account. Connect the account again.',
  },
  {
    code: '40110',
    cause: 'auth_code is wrong, used or expired',
    fixableBy: 'user',
    retry: 'reconnect',
    message: 'The sign-in with TikTok took too long or was already used. Connect the account again.',
  },
  {
    code: '40113',
    cause: 'app_id does not match the token',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'The account was connected with another TikTok app than the current one. Connect the account again, or ask the operator to restore the id of the earlier app.',
  },
  {
    code: '40118',
    cause: 'the function needs an allowlist, or is not available in the region',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok has not enabled this function for the app or the account, or not in this region. Ask the operator to request it from a TikTok representative.',
  },
  {
    code: '40119',
    cause: 'the developer and the advertiser belong to different companies',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      "The TikTok app belongs to another company than the ad account, so TikTok refuses access. Ask the operator to have the app approved for customers' ad accounts.",
  },
  {
    code: '40124',
    cause: 'the developer profile is not approved',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok has not approved the developer profile of this app. Ask the operator to complete the profile in the business portal and wait for its approval.',
  },
  {
    code: '40125',
    cause: 'the scope was not granted, the app lacks it, or a requested field is not supported',
    fixableBy: 'user',
    retry: 'reconnect',
    message:
      'The TikTok user has not granted this app that permission. Connect the account again and leave every box checked.',
  },
  {
    code: '40131',
    cause: 'refusal in the authorization family (?)',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      "TikTok does not accept this app's authorization for this action. Ask the operator to check the state of the TikTok app in the business portal.",
  },
]);
