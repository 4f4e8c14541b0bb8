import type { AdFamily, AdLevel, AdRow, FixableBy, OperationStatus } from '../../../tiktok/index.js';
import type { AdObject } from '../../objects/ad-object.entity.js';
import { budgetModeOf, type BudgetMode } from '../../spec/budget.dto.js';
import { amountOf } from '../../spec/money.js';
import { versionOf } from '../object-version.js';
import { explainStatus } from '../../objects/secondary-status.js';

export class BudgetView {
  /** What the amount is for: a day, or the whole run. */
  mode: BudgetMode;

  /** A decimal. Null for the mode `none`. */
  amount: string | null;

  /** ISO 4217. Null: TikTok has not sent the account's currency. */
  currency: string | null;
}

export class AdObjectView {
  /** @example "1800000000000000001" */
  id: string;

  accountId: string;

  /** The kind of the object. */
  level: AdLevel;

  /** `us_plus`: Upgraded Smart+. `manual`: the older kind. */
  family: AdFamily;

  name: string | null;

  objective: string | null;

  /** Null for a campaign. */
  campaignId: string | null;

  /** Only ads have one. */
  adGroupId: string | null;

  /** What was asked for: enabled, paused or deleted. Null: TikTok has not sent it. */
  status: OperationStatus | null;

  /** TikTok's word for what the object does now. */
  secondaryStatus: string | null;

  /** The same in plain words. */
  statusText: string | null;

  /** What to do, if it does not deliver. */
  fix: string | null;

  /** Who can do something about it. Null: nothing is wrong. */
  fixableBy: FixableBy | null;

  /** Null: TikTok has not sent one. */
  budget: BudgetView | null;

  createdAt: Date | null;

  /** When TikTok sent this. */
  asOf: Date;
}

export class AdObjectDetailView extends AdObjectView {
  /**
   * Changes whenever a user changes the object, here or in TikTok Ads Manager. Send it as `expectedVersion` with a change.
   * @example 5f1c0e9a37b2d846
   */
  version: string;

  /** The object in TikTok's own words. */
  data: AdRow;
}

/** @param currency of the ad account */
export function toObjectView(row: AdObject, currency: string | null): AdObjectView {
  const { id, accountId, level, family, name, objective, campaignId, adGroupId } = row;
  const { operationStatus, secondaryStatus, createdAt, asOf } = row;
  const { message = null, fix = null, fixableBy = null } = explainStatus(secondaryStatus) ?? {};
  return {
    id,
    accountId,
    level,
    family,
    name,
    objective,
    campaignId,
    adGroupId,
    status: operationStatus,
    secondaryStatus,
    statusText: message,
    fix,
    fixableBy,
    budget: budgetOf(row, currency),
    createdAt,
    asOf,
  };
}

export function toDetailView(row: AdObject, currency: string | null): AdObjectDetailView {
  return { ...toObjectView(row, currency), version: versionOf(row.data), data: row.data };
}

function budgetOf({ budget, budgetMode }: AdObject, currency: string | null): BudgetView | null {
  const mode = budgetModeOf(budgetMode);
  if (mode === undefined) return null;
  if (mode === 'none' || budget === null) return { mode, amount: null, currency };
  return { mode, amount: currency === null ? budget : amountOf(budget, currency), currency };
}
