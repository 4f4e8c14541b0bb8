import type { AdFamily } from '../../../tiktok/index.js';
import { StatusResultView } from './status.view.js';

export class PausedCampaignView extends StatusResultView {
  accountId: string;

  name: string | null;

  /** `us_plus`: Upgraded Smart+. `manual`: the older kind. Null: not known. */
  family: AdFamily | null;
}

export class UnreadAccountView {
  /** Null: it concerns all of them. */
  accountId: string | null;

  /** Null: both families. */
  family: AdFamily | null;

  /** What happened and what to do. */
  message: string;
}

export class KillSwitchAnswer {
  /**
   * How many ad accounts were looked at.
   * @asType integer
   */
  accounts: number;

  /**
   * How many campaigns were paused.
   * @asType integer
   */
  paused: number;

  /**
   * How many campaigns could not be paused; see `campaigns`. Call again for these.
   * @asType integer
   */
  failed: number;

  /** @asType integer */
  launchesStopped: number;

  /** Each campaign that was enabled, or whose status TikTok has not sent. */
  campaigns: PausedCampaignView[];

  /** What could not be read from TikTok. Campaigns there may still run. */
  unread: UnreadAccountView[];
}
