import { Injectable } from '@nestjs/common';
import { ConflictError, DomainError } from '../../common/index.js';
import { AdAccountAccess, type AdAccountRef } from '../../integrations/index.js';
import type { PolicyRules } from './ad-policy.entity.js';
import { limitFor, type LimitScope } from './limits.js';
import { SpendFacts } from './spend-facts.js';

/** How old the budgets of the organisation's other accounts may be. */
const OTHERS_MAX_AGE_SECONDS = 900;

/** A limit with the accounts that it covers. */
export interface Bound {
  scope: LimitScope;
  amount: string;
  currency: string;
  accountIds: readonly string[];
  /** Names of accounts that cannot be read. */
  unread: readonly string[];
}

/** Finds the limits on the daily spend that hold for an account. */
@Injectable()
export class SpendBounds {
  constructor(
    private readonly accounts: AdAccountAccess,
    private readonly facts: SpendFacts,
  ) {}

  async of(account: AdAccountRef, rules: PolicyRules): Promise<Bound[]> {
    if (rules.maxDailySpend.length === 0) return [];
    const { accountId } = account;
    const currency = currencyOf(account);
    const { perAccount = null, total = null } = limitFor(rules, currency) ?? {};
    const bounds: Bound[] = [];
    if (perAccount !== null)
      bounds.push({ scope: 'perAccount', amount: perAccount, currency, accountIds: [accountId], unread: [] });
    if (total !== null) {
      const others = await this.readOthers(account, currency);
      bounds.push({ scope: 'total', amount: total, currency, ...others });
    }
    return bounds;
  }

  /** An account that cannot be read counts as unknown. */
  private async readOthers(
    account: AdAccountRef,
    currency: string,
  ): Promise<Pick<Bound, 'accountIds' | 'unread'>> {
    const all = await this.accounts.all();
    const others = all.filter((one) => one.accountId !== account.accountId && one.currency === currency);
    const accountIds = [account.accountId];
    const unread: string[] = [];
    for (const other of others)
      try {
        await this.facts.refresh(other, OTHERS_MAX_AGE_SECONDS);
        accountIds.push(other.accountId);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        unread.push(`${other.name ?? other.accountId} (cannot be read: GET /api/ads/health says why)`);
      }
    return { accountIds, unread };
  }
}

/** @throws ConflictError */
function currencyOf({ currency, accountId }: AdAccountRef): string {
  if (currency !== null) return currency;
  throw new ConflictError(
    'ad_policy_spend_unknown',
    `TikTok has not sent the currency of the ad account ${accountId}, so limits on its spend cannot be checked. Try again ` +
      'after the daily refresh.',
  );
}
