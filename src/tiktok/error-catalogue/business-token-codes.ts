import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

// TikTok's list has them under "token and app", and nothing more is published about what tells them apart.
const TOKEN_AND_APP = ['40109', '40112', '40115', '40116', '40117', '40121', '40122'];

/** API for Business: further refusals of tokens and apps. Source: Business corrections of 2026-11-28, §2a. */
export const BUSINESS_TOKEN_CODES: ErrorEntry[] = documentedAt(TIKTOK_PAGES.businessReturnCodes, [
  {
    code: '40108',
    cause: 'grant_type is not valid',
    fixableBy: 'developer',
    retry: 'never',
    message:
      'TikTok refused the way in which this service asked for access. This is a fault of this service: please report it.',
  },
  ...TOKEN_AND_APP.map((code) => ({
    code,
    cause: 'the token and the app do not fit together (no detail published)',
    fixableBy: 'developer' as const,
    retry: 'reconnect' as const,
    message:
      'TikTok does not accept the access to this account together with this app. The operator of this service must check the id and the secret of the TikTok app. Then connect the account again.',
  })),
]);
