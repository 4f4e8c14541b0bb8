import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

const OUR_FAULT = 'This is a fault of this service: please report it.';

/** API for Business: apps, tokens, permissions. Sources: Business reference §1.1, §1.2, §11; meanings marked (?) there are marked here. */
export const BUSINESS_ACCESS_CODES: ErrorEntry[] = documentedAt(TIKTOK_PAGES.businessReturnCodes, [
  {
    code: '40001',
    cause: 'no permission for the object or action, scope missing, or the advertiser is unknown',
    fixableBy: 'admin',
    retry: 'after_fix',
    message:
      'The person who connected TikTok may not do this with this account. Ask an administrator of the ad account or TikTok account for the permission, or connect again with every box ticked.',
  },
  {
    code: '40101',
    cause: 'app id or secret is not valid',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok does not accept the id and secret of this app for its business interface. Whoever runs this service must enter those of the right app.',
  },
  {
    code: '40102',
    cause: 'access token expired',
    fixableBy: 'user',
    retry: 'refresh_once',
    message:
      'The access to the TikTok account has expired and could not be renewed. Connect the account again.',
  },
  {
    code: '40103',
    cause: 'refresh token expired',
    fixableBy: 'user',
    retry: 'reconnect',
    message:
      'The access to the TikTok account has ended because its time is over. Connect the account again.',
  },
  {
    code: '40104',
    cause: 'access token missing: header Access-Token was not sent',
    fixableBy: 'developer',
    retry: 'never',
    message: `TikTok was called without proof of access. ${OUR_FAULT}`,
  },
  {
    code: '40105',
    cause: 'access token incorrect, revoked or expired; advertiser tokens cannot be refreshed',
    fixableBy: 'user',
    retry: 'refresh_once',
    message:
      'TikTok no longer accepts the connection, because it was withdrawn or has expired. Connect the account again; for ads, connect the ad accounts again.',
  },
  {
    code: '40106',
    cause: 'the core user is invalid: the token is not valid for this advertiser',
    fixableBy: 'user',
    retry: 'reconnect',
    message: 'TikTok no longer accepts the connection or the account behind it. Connect the account again.',
  },
  {
    code: '40107',
    cause: 'refresh token is wrong or was rotated, or the token has none (advertiser)',
    fixableBy: 'user',
    retry: 'reconnect',
    message: 'TikTok no longer renews the access to this account. Connect the account again.',
  },
  {
    code: '40110',
    cause: 'auth_code is wrong, was used or has expired',
    fixableBy: 'user',
    retry: 'reconnect',
    message:
      'The sign-in at TikTok was not finished in time, or was used already. Connect the account again.',
  },
  {
    code: '40113',
    cause: 'app_id does not match the token',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'The account was connected with another TikTok app than the one this service uses now. Whoever runs this service must enter the id of the app it was connected with, or the account must be connected again.',
  },
  {
    code: '40118',
    cause: 'the function needs an allowlist, or is not offered in the region',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok has not opened this function for the app or the account, or does not offer it in the region. The owner of the TikTok app must ask a TikTok representative to allow it.',
  },
  {
    code: '40119',
    cause: 'developer and advertiser belong to different companies',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'The TikTok app belongs to another company than the ad account, and TikTok does not let it in. Whoever runs the TikTok app must have it approved for the ad accounts of customers.',
  },
  {
    code: '40124',
    cause: 'the developer profile is not approved',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok has not approved the developer profile of this app. The owner of the TikTok app must complete the profile in the business portal and wait for its approval.',
  },
  {
    code: '40125',
    cause: 'scope not granted, or the app lacks it or asked for an unsupported field',
    fixableBy: 'user',
    retry: 'reconnect',
    message:
      'The TikTok user has not allowed this app to do that: connect the account again and leave every box ticked.',
  },
  {
    code: '40131',
    cause: 'refusal of the authorization family (?)',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      "TikTok does not accept this app's authorization for that. Whoever runs the TikTok app must check its state in the business portal.",
  },
]);
