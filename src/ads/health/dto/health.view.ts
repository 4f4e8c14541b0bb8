import type { AccountProblemView } from '../../accounts/dto/ads-account.view.js';
import type { AdAccountHealth, HealthState } from '../ad-account-health.entity.js';
import type { HealthTopic } from '../finding.js';
import type { HealthFinding } from '../health-finding.entity.js';

/** What the last check of an ad account found. */
export class AccountHealthView {
  /** @example "7400000000000000002" */
  accountId: string;

  /**
   * `waiting`: not checked yet. `checked`: TikTok answered. `refused`: TikTok refused something; `problem` says what to do.
   * `not_connected`: no integration opens the account.
   */
  state: HealthState;

  problem: AccountProblemView | null;

  /**
   * TikTok's own value.
   * @example STATUS_ENABLE
   */
  status: string | null;

  /** A decimal number as text. Null: TikTok did not say. */
  balance: string | null;

  /** @example USD */
  currency: string | null;

  /** Null: not checked yet. */
  checkedAt: Date | null;
}

/** Something that is wrong now. It disappears when its cause is gone. */
export class HealthFindingView {
  /** @format uuid */
  id: string;

  accountId: string;

  /**
   * `account`: suspended, closed or rejected. `balance`: low or spent. `rejected`: an ad. `not_serving`: an enabled ad without an
   * impression for a day. `spark_post`: the authorisation of a post ends. `audience`: TikTok is about to delete it.
   */
  topic: HealthTopic;

  /** TikTok's id of the ad or post, our id of the audience, or a word. */
  objectId: string;

  campaignId: string | null;

  name: string | null;

  reason: string;

  fix: string | null;

  /** When the service first found it. */
  since: Date;
}

export function toHealthView(row: AdAccountHealth): AccountHealthView {
  const { accountId, state, problem, status, balance, currency, checkedAt } = row;
  return { accountId, state, problem, status, balance, currency, checkedAt };
}

export function toFindingView(row: HealthFinding): HealthFindingView {
  const { id, accountId, topic, objectId, campaignId, name, reason, fix, since } = row;
  return { id, accountId, topic, objectId, campaignId, name, reason, fix, since };
}
