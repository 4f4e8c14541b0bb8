import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

const BUG = 'This is a bug in this service. Report it to the operator.';

const OFFLINE =
  'TikTok has discontinued this function. Ask the operator to install the latest version of this service.';

const AD_ACCOUNT =
  'TikTok refused this for the ad account. Check the status of the ad account in TikTok Ads Manager, then try again.';

/** API for Business: versions, duplicate requests and ad accounts. Source: Business corrections of 2026-11-28, §2a. */
export const BUSINESS_ADS_CODES: ErrorEntry[] = documentedAt(TIKTOK_PAGES.businessReturnCodes, [
  {
    code: '40006',
    cause: 'the API version is not supported',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok no longer supports the Business API version that this service uses. Ask the operator to set a supported version.',
  },
  {
    code: '40010',
    cause: 'the host is invalid',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      "This service called TikTok at a wrong address. Ask the operator to correct TikTok's address in the settings.",
  },
  {
    code: '40011',
    cause: 'too many ids in one request',
    fixableBy: 'developer',
    retry: 'never',
    message: `The request has more items than TikTok accepts at once. ${BUG}`,
  },
  {
    code: '40050',
    cause: 'duplicate request: the same request_id within 10 s',
    fixableBy: 'user',
    retry: 'never',
    message: 'TikTok received the same request a moment ago. Check its result before you send it again.',
  },
  {
    code: '40051',
    cause: 'the endpoint is offline',
    fixableBy: 'developer',
    retry: 'after_fix',
    message: OFFLINE,
  },
  {
    code: '41001',
    cause: 'the endpoint is offline',
    fixableBy: 'developer',
    retry: 'after_fix',
    message: OFFLINE,
  },
  {
    code: '40052',
    cause: 'not possible for ads with automated creative optimization (ACO)',
    fixableBy: 'user',
    retry: 'never',
    message:
      'TikTok does not allow this for ads with automated creative optimization. Change the ad in TikTok Ads Manager.',
  },
  {
    code: '40065',
    cause: 'ads may not target ages 13 to 17 in the United States',
    fixableBy: 'user',
    retry: 'after_fix',
    message:
      'TikTok does not allow ads for ages 13 to 17 in the United States. Change the age groups or the locations, then try again.',
  },
  {
    code: '40300',
    cause: 'refused for the advertiser',
    fixableBy: 'admin',
    retry: 'after_fix',
    message: AD_ACCOUNT,
  },
  {
    code: '40301',
    cause: 'refused for the advertiser',
    fixableBy: 'admin',
    retry: 'after_fix',
    message: AD_ACCOUNT,
  },
  {
    code: '40502',
    cause: 'the limit of ads is reached',
    fixableBy: 'user',
    retry: 'after_fix',
    message:
      "The ad account has reached TikTok's limit of ads. Delete ads that you no longer need, then try again.",
  },
  {
    code: '41000',
    cause: 'not available in the country',
    fixableBy: 'user',
    retry: 'never',
    message:
      "TikTok does not offer this function in the account's country. Use an account in a supported country.",
  },
  {
    code: '41002',
    cause: 'the request has an unused field',
    fixableBy: 'developer',
    retry: 'never',
    message: `The request has a field that TikTok does not use. ${BUG}`,
  },
]);
