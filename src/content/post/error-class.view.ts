import type { FixableBy, RetryClass } from '../../tiktok/index.js';

/** How a client handles an error of TikTok's. */
export class ErrorClassView {
  /**
   * Who can fix it. `user`: the owner of the TikTok account. `admin`: an admin of the organisation. `developer`: the
   * operator of this service. `tiktok`: only TikTok.
   */
  fixableBy: FixableBy;

  /** When a retry may succeed; docs/errors.md explains each value. `never` and `after_fix`: not without a change. */
  retry: RetryClass;
}
