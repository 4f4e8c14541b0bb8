/** Where a code comes from. The same word may mean different things in two of them. */
export const ERROR_FAMILIES = [
  /** `error` of the OAuth endpoints, of the callback and of TikTok's own consent page. */
  'oauth',
  /** `error.code` of open.tiktokapis.com. */
  'open_api',
  /** `fail_reason` of a post, `reason` in webhooks about posts; both API families use the same words. */
  'fail_reason',
  /** `reason` of the webhook `authorization.removed`: a digit. */
  'authorization_removed',
  /** `code` of business-api.tiktok.com: a number. */
  'business',
  /** Our own verdicts, which stand in the same fields as TikTok's. */
  'connector',
] as const;
export type ErrorFamily = (typeof ERROR_FAMILIES)[number];

/**
 * Who can end the trouble: `user` is the TikTok account's owner or the marketing person, `admin` the customer's
 * administrator, `developer` whoever runs the TikTok app and this service, `tiktok` TikTok itself.
 */
export const FIXABLE_BY = ['user', 'admin', 'developer', 'tiktok'] as const;
export type FixableBy = (typeof FIXABLE_BY)[number];

/**
 * When the same thing may be tried again. It is about the cause only: a mutation whose outcome is unknown is never
 * sent again by itself, whatever stands here.
 */
export const RETRY_CLASSES = [
  /** Not by itself: it would be refused again, or a person has to look first. */
  'never',
  /** When the request, the file or a setting has been changed. */
  'after_fix',
  /** When the account has been connected again. */
  'reconnect',
  /** At once, after one refresh of the access token; only once. */
  'refresh_once',
  'in_a_minute',
  'in_five_minutes',
  /** TikTok's daily quotas of apps begin anew at 00:00 UTC. */
  'at_utc_midnight',
  /** When 24 hours are over: TikTok counts what accounts and creators do by the sliding day. */
  'tomorrow',
  /** Soon, and later each time. */
  'backoff',
] as const;
export type RetryClass = (typeof RETRY_CLASSES)[number];

/** One line of a table. */
export interface ErrorEntry {
  /** Exactly as on the wire; numbers as their digits. */
  code: string;
  /** Short, for a developer. */
  cause: string;
  fixableBy: FixableBy;
  retry: RetryClass;
  /** For a person: what happened, and what to do. Holds no code and no placeholder. */
  message: string;
  /** TikTok's page about it. */
  link: string;
}

/** Rows that one page of TikTok's describes. */
export function documentedAt(link: string, rows: Omit<ErrorEntry, 'link'>[]): ErrorEntry[] {
  return rows.map((row) => ({ ...row, link }));
}
