import { AUTHORIZATION_REMOVED_REASONS } from './authorization-removed-reasons.js';
import { BUSINESS_ACCESS_CODES } from './business-access-codes.js';
import { BUSINESS_ADS_CODES } from './business-ads-codes.js';
import { BUSINESS_FILE_CODES } from './business-file-codes.js';
import { BUSINESS_LIMIT_CODES } from './business-limit-codes.js';
import { BUSINESS_REQUEST_CODES } from './business-request-codes.js';
import { BUSINESS_SERVICE_CODES } from './business-service-codes.js';
import { BUSINESS_TOKEN_CODES } from './business-token-codes.js';
import { CONNECTOR_CODES } from './connector-codes.js';
import { ERROR_FAMILIES, type ErrorEntry, type ErrorFamily } from './error-entry.js';
import { FAIL_REASONS } from './fail-reasons.js';
import { OAUTH_ERRORS } from './oauth-errors.js';
import { OPEN_API_CODES } from './open-api-codes.js';
import { POSTING_CODES } from './posting-codes.js';
import { TIKTOK_PAGES } from './tiktok-pages.js';

/** A code with everything that the catalogue has about it. */
export interface ErrorExplanation extends ErrorEntry {
  family: ErrorFamily;
  /** `tiktok.errors.<family>.<code>`, or `tiktok.errors.<family>.unknown_code` for an unknown code. */
  i18nKey: string;
  /** False if the catalogue does not have the code, and this is the safe default. */
  known: boolean;
}

const TABLES: Record<ErrorFamily, ErrorEntry[]> = {
  oauth: OAUTH_ERRORS,
  open_api: [...OPEN_API_CODES, ...POSTING_CODES],
  fail_reason: FAIL_REASONS,
  authorization_removed: AUTHORIZATION_REMOVED_REASONS,
  business: [
    ...BUSINESS_REQUEST_CODES,
    ...BUSINESS_ADS_CODES,
    ...BUSINESS_FILE_CODES,
    ...BUSINESS_ACCESS_CODES,
    ...BUSINESS_TOKEN_CODES,
    ...BUSINESS_LIMIT_CODES,
    ...BUSINESS_SERVICE_CODES,
  ],
  connector: CONNECTOR_CODES,
};

/** Where TikTok documents codes that the catalogue does not have yet. */
const FAMILY_PAGES: Record<ErrorFamily, string> = {
  oauth: TIKTOK_PAGES.oauthErrors,
  open_api: TIKTOK_PAGES.openApiErrors,
  fail_reason: TIKTOK_PAGES.postStatus,
  authorization_removed: TIKTOK_PAGES.webhookEvents,
  business: TIKTOK_PAGES.businessReturnCodes,
  connector: TIKTOK_PAGES.openApiErrors,
};

/** All entries, in the order of the tables. */
export const ERROR_CATALOGUE: readonly ErrorExplanation[] = Object.entries(TABLES).flatMap(
  ([name, table]) => {
    const family = name as ErrorFamily;
    return table.map((entry) => ({
      ...entry,
      family,
      i18nKey: `tiktok.errors.${family}.${entry.code}`,
      known: true,
    }));
  },
);

const BY_FAMILY_AND_CODE = new Map(ERROR_CATALOGUE.map((entry) => [keyOf(entry.family, entry.code), entry]));

/**
 * Explains a code: its cause, who can fix it, when to retry, and a message for users. Never throws. It looks the code up in
 * its own family first, then in the others, so that no code of the catalogue is ever unknown.
 * @param code as TikTok sent it; Business codes may be numbers
 * @param tiktokMessage TikTok's own message, shown only for unknown codes
 * @returns for an unknown code a safe default that shows it: retry `never`, fixableBy `developer`
 */
export function explainError(
  family: ErrorFamily,
  code: string | number,
  tiktokMessage?: string,
): ErrorExplanation {
  const text = String(code);
  const families = [family, ...OTHER_FAMILIES];
  const found = families.map((one) => BY_FAMILY_AND_CODE.get(keyOf(one, text))).find(Boolean);
  return found ?? unknown(family, text, tiktokMessage);
}

// The digits of `authorization.removed` have a meaning only in that webhook.
const OTHER_FAMILIES = ERROR_FAMILIES.filter((family) => family !== 'authorization_removed');

function unknown(family: ErrorFamily, code: string, tiktokMessage = ''): ErrorExplanation {
  const actor = family === 'connector' ? 'This service stopped' : 'TikTok rejected the request';
  const quote = tiktokMessage === '' ? '' : ` and the message "${tiktokMessage}"`;
  return {
    family,
    code,
    cause: 'a code that the catalogue does not have yet',
    fixableBy: 'developer',
    // For all we know, a retry may do harm.
    retry: 'never',
    message: `${actor} with the code "${code}"${quote}. This service does not know that code yet. Report it to the operator.`,
    i18nKey: `tiktok.errors.${family}.unknown_code`,
    link: FAMILY_PAGES[family],
    known: false,
  };
}

function keyOf(family: ErrorFamily, code: string): string {
  return `${family} ${code}`;
}
