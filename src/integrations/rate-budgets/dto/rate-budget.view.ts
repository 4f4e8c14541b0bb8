import type { AppBudgetUse, BudgetUse } from '../../../tiktok/index.js';

const WINDOWS = ['second', 'minute', 'utc-day'] as const;
const APIS = ['open', 'business'] as const;

/** One of TikTok's limits of calls, and how much of it the service has used. */
export class RateBudgetView {
  /** `open`: TikTok for Developers. `business`: TikTok API for Business. */
  api: (typeof APIS)[number];

  /**
   * Whose calls count: a path of TikTok's reference; `messaging`, `accounts` (the Accounts API) or `all` (every call to this API).
   * @example /v2/video/list/
   */
  covers: string;

  /** The time in which TikTok counts. A UTC day starts at midnight. */
  window: (typeof WINDOWS)[number];

  /**
   * The most calls within the window.
   * @asType integer
   * @example 600
   */
  limit: number;

  /**
   * Calls within the current window. Null if the service does not count (`TIKTOK_KEEP_RATE_LIMITS=false`), and, for a limit of the
   * app, without the role `operator`: it contains the calls of other organisations.
   * @asType integer
   */
  used: number | null;

  /**
   * Calls that are still possible now; null where `used` is.
   * @asType integer
   */
  left: number | null;
}

export class AppRateBudgetView extends RateBudgetView {
  /**
   * Calls of your organisation's accounts. Null for the window `utc-day`, which is counted for the whole app only, and if the
   * service does not count.
   * @asType integer
   */
  usedByOwn: number | null;
}

export class AppRateBudgetsView {
  /** The limits that all accounts of the app share. */
  items: AppRateBudgetView[];
}

export class AccountRateBudgetsView {
  /** The limits of this account, by endpoint. */
  items: RateBudgetView[];
}

export function toRateBudgetView({ api, covers, window, limit, used }: BudgetUse): RateBudgetView {
  return { api, covers, window, limit, used, left: used === null ? null : Math.max(limit - used, 0) };
}

/** @param seesAll the caller may know what all organisations use together */
export function toAppRateBudgetView({ own, ...use }: AppBudgetUse, seesAll: boolean): AppRateBudgetView {
  return { ...toRateBudgetView(seesAll ? use : { ...use, used: null }), usedByOwn: own };
}
