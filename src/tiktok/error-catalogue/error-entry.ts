/** Where a code comes from. Two families may use the same code. */
export const ERROR_FAMILIES = [
  /** `error` of the OAuth endpoints, the callback and TikTok's consent page. */
  'oauth',
  /** `error.code` of open.tiktokapis.com. */
  'open_api',
  /** `fail_reason` of a post and `reason` in webhooks about posts; both API families use the same codes. */
  'fail_reason',
  /** `reason` in the webhook `authorization.removed`: a digit. */
  'authorization_removed',
  /** `code` of business-api.tiktok.com: a number. */
  'business',
  /** Codes of this service, in the same fields as TikTok's. */
  'connector',
] as const;
export type ErrorFamily = (typeof ERROR_FAMILIES)[number];

/**
 * Who can fix the problem: `user` is the author of a post or the owner of the TikTok account, `admin` the organisation's
 * administrator, `developer` the operator of the TikTok app and this service, `tiktok` TikTok itself.
 */
export const FIXABLE_BY = ['user', 'admin', 'developer', 'tiktok'] as const;
export type FixableBy = (typeof FIXABLE_BY)[number];

/**
 * When to retry, judged by the cause alone. A mutation whose outcome is unknown is never retried automatically, whatever its
 * code says.
 */
export const RETRY_CLASSES = [
  /** Not automatically: TikTok would refuse it again, or the user has to check first. */
  'never',
  /** After a change of the request, the file or a setting. */
  'after_fix',
  /** After the account is reconnected. */
  'reconnect',
  /** Immediately and only once, after a refresh of the access token. */
  'refresh_once',
  'in_a_minute',
  'in_five_minutes',
  /** At 00:00 UTC, when TikTok resets the daily quotas of apps. */
  'at_utc_midnight',
  /** After 24 h: TikTok counts what accounts and creators do in a sliding window. */
  'tomorrow',
  /** Soon, with a growing delay. */
  'backoff',
] as const;
export type RetryClass = (typeof RETRY_CLASSES)[number];

/** One entry of the catalogue. */
export interface ErrorEntry {
  /** Exactly as on the wire; numbers as digits. */
  code: string;
  /** A short reason for developers. */
  cause: string;
  fixableBy: FixableBy;
  retry: RetryClass;
  /** What happened and what to do, for users. Has no code and no placeholder. */
  message: string;
  /** TikTok's documentation page. */
  link: string;
}

/** Adds the documentation page to rows. */
export function documentedAt(link: string, rows: Omit<ErrorEntry, 'link'>[]): ErrorEntry[] {
  return rows.map((row) => ({ ...row, link }));
}
