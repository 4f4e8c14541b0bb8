import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

const OUR_FAULT = 'This is a fault of this service: please report it.';

const SWITCHED_OFF =
  'TikTok has switched this function off. Check whether a newer version of this service is available.';

const AD_ACCOUNT =
  'TikTok refused this for the ad account. Check the state of the ad account in TikTok Ads Manager, then try again.';

/** API for Business: versions, repeated requests and ad accounts. Source: Business corrections of 2026-11-28, §2a. */
export const BUSINESS_ADS_CODES: ErrorEntry[] = documentedAt(TIKTOK_PAGES.businessReturnCodes, [
  {
    code: '40006',
    cause: 'the API version is not supported',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok no longer offers the version of its business interface that this service uses. The operator of this service must set a supported version.',
  },
  {
    code: '40010',
    cause: 'the host is not valid',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      "This service called TikTok at a wrong address. The operator of this service must correct TikTok's address in the settings.",
  },
  {
    code: '40011',
    cause: 'too many ids in one request',
    fixableBy: 'developer',
    retry: 'never',
    message: `The request names more items than TikTok accepts at once. ${OUR_FAULT}`,
  },
  {
    code: '40050',
    cause: 'duplicate request: the same request_id within ten seconds',
    fixableBy: 'user',
    retry: 'never',
    message:
      'TikTok received the same request a moment ago. Check whether it was carried out before you send it again.',
  },
  {
    code: '40051',
    cause: 'the interface is offline',
    fixableBy: 'developer',
    retry: 'after_fix',
    message: SWITCHED_OFF,
  },
  {
    code: '41001',
    cause: 'the interface is offline',
    fixableBy: 'developer',
    retry: 'after_fix',
    message: SWITCHED_OFF,
  },
  {
    code: '40052',
    cause: 'not possible for ads of automated creative optimization (ACO)',
    fixableBy: 'user',
    retry: 'never',
    message:
      'TikTok does not allow this for ads of automated creative optimization. Change the ad in TikTok Ads Manager.',
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
    message: 'TikTok does not offer this function in the country of the account.',
  },
  {
    code: '41002',
    cause: 'a field that is not in use was sent',
    fixableBy: 'developer',
    retry: 'never',
    message: `The request holds a field that TikTok does not use. ${OUR_FAULT}`,
  },
]);
