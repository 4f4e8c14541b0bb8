import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** API for Business: what was asked for. Sources: Business reference §0 (partial success), §11; (?) and (M) as there. */
export const BUSINESS_REQUEST_CODES: ErrorEntry[] = documentedAt(TIKTOK_PAGES.businessReturnCodes, [
  {
    code: '20001',
    cause: 'partial success: the successes and an error per item are in data',
    fixableBy: 'user',
    retry: 'after_fix',
    message:
      'TikTok has done only a part of what was asked. Look at the items that were refused, correct them and send only those again.',
  },
  {
    code: '40000',
    cause: 'invalid request, no detail (?)',
    fixableBy: 'developer',
    retry: 'never',
    message: 'TikTok refused the request as invalid. This is a fault of this service: please report it.',
  },
  {
    code: '40002',
    cause: 'parameter missing, of the wrong type or out of range, or a business rule; the message names it',
    fixableBy: 'user',
    retry: 'after_fix',
    message:
      'TikTok does not accept one of the values. Its own message beside this one says which: correct it and try again.',
  },
  {
    code: '40007',
    cause: 'the object does not exist, or no longer',
    fixableBy: 'user',
    retry: 'never',
    message:
      'TikTok no longer knows what this is about: it was deleted, or belongs to another account. Reload the list and choose again.',
  },
  {
    code: '40008',
    cause: 'path is not implemented in this API version (M)',
    fixableBy: 'developer',
    retry: 'after_fix',
    message:
      'TikTok does not offer this function in the version that this service uses. Whoever runs this service must check the version in its settings.',
  },
  {
    code: '40064',
    cause: "blocked by TikTok's rules for direct messages: window, count, region or consent",
    fixableBy: 'user',
    retry: 'never',
    message:
      "TikTok's rules do not allow this direct message now, for instance because the other person has not written for 48 hours. Wait until the person writes again, or answer in the TikTok app.",
  },
  {
    code: '40908',
    cause: 'file type is not supported',
    fixableBy: 'user',
    retry: 'after_fix',
    message: 'TikTok does not take this type of file. Convert it to a supported type and upload it again.',
  },
]);
