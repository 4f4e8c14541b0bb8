import { documentedAt, type ErrorEntry } from './error-entry.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

// TikTok lists them under "token and app", and publishes no difference between them.
const TOKEN_AND_APP = ['40109', '40112', '40115', '40116', '40117', '40121', '40122'];

/** API for Business: more refusals of tokens and apps. Source: Business corrections of 2026-11-28, §2a. */
export const BUSINESS_TOKEN_CODES: ErrorEntry[] = documentedAt(TIKTOK_PAGES.businessReturnCodes, [
  {
    code: '40108',
    cause: 'grant_type is invalid',
    fixableBy: 'developer',
    retry: 'never',
    message:
      'TikTok rejected how this service requested access. This is a bug in this service. Report it to the operator.',
  },
  ...TOKEN_AND_APP.map((code) => ({
    code,
    cause: 'the token does not match the app (no detail published)',
    fixableBy: 'developer' as const,
    retry: 'reconnect' as const,
    message:
      'TikTok does not accept this connection for this app. Ask the operator to check the id and secret of the TikTok app. Then connect the account again.',
  })),
]);
