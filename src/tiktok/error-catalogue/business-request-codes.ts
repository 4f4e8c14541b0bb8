import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** API for Business: the request itself. Sources: Business reference §0 (partial success), §11; (?) and (M) as there. */
export const BUSINESS_REQUEST_CODES: ErrorEntry[] = documentedAt(TIKTOK_PAGES.businessReturnCodes, [
  {
    code: '20001',
    cause: 'partial success: data has the successes and an error per item',
    fixableBy: 'user',
    retry: 'after_fix',
    message:
      'TikTok processed only part of the request. Correct the items that TikTok refused, and send only those again.',
  },
  {
    code: '40000',
    cause: 'invalid request without detail (?)',
    fixableBy: 'developer',
    retry: 'never',
    message:
      'TikTok rejected the request as invalid. This is a bug in this service. Report it to the operator.',
  },
  {
    code: '40002',
    cause:
      'a parameter is missing, has the wrong type, is out of range or breaks a business rule; the message names it',
    fixableBy: 'user',
    retry: 'after_fix',
    message:
      "TikTok does not accept one of the values. See TikTok's own message for which one. Correct it and try again.",
  },
  {
    code: '40007',
    cause: 'the object does not exist or no longer exists',
    fixableBy: 'user',
    retry: 'never',
    message:
      'TikTok no longer has this item. It was deleted, or belongs to another account. Reload the list and choose again.',
  },
  {
    code: '40008',
    cause: 'this API version does not have the path (M)',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok does not offer this function in the API version that this service uses. Ask the operator to check the version in the settings.',
  },
  {
    code: '40064',
    cause: "TikTok's direct message rules block it: window, count, region or consent",
    fixableBy: 'user',
    retry: 'never',
    message:
      "TikTok's rules do not allow this direct message now, for example because the recipient has not written for 48 h. Wait until they write again, or reply in the TikTok app.",
  },
  {
    code: '40908',
    cause: 'the file type is not supported',
    fixableBy: 'user',
    retry: 'after_fix',
    message:
      'TikTok does not accept this file type. Convert the file to a supported type and upload it again.',
  },
]);
