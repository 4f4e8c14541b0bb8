import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../config/index.js';
import type { AdAccountRef } from '../../../integrations/index.js';
import { toMicros } from '../../spec/money.js';
import { accountTitle } from '../account-title.js';
import type { CheckedAccount, Finding } from '../finding.js';
import { HealthCheck, type HealthNotice } from '../health-check.js';
import { RecentFigures, SPEND_DAYS } from '../recent-figures.js';
import { ServedAds } from '../served-ads.js';

const EMPTY = 'empty';
const FIX = 'Add funds in TikTok Ads Manager.';

/** Finds accounts whose money ends soon. An unknown balance is not zero. */
@Injectable()
export class BalanceCheck extends HealthCheck {
  readonly topic = 'balance';

  constructor(
    private readonly config: AppConfig,
    private readonly figures: RecentFigures,
    private readonly served: ServedAds,
  ) {
    super();
  }

  async find({ account, balance, known }: CheckedAccount): Promise<Finding[] | undefined> {
    const micros = balance === null ? undefined : microsOf(balance);
    if (balance === null || micros === undefined) return undefined;
    const low = { objectId: 'low', name: account.name, fix: FIX };
    if (micros === 0n) {
      // TikTok bills some accounts otherwise, so that their balance says nothing.
      if (await this.served.isDelivering(account.accountId)) return [];
      if (known.size === 0 && !(await this.served.isOutOfMoney(account.accountId))) return undefined;
      const reason = 'The balance of the ad account is spent, so its ads do not run.';
      return [
        { ...low, reason },
        { ...low, objectId: EMPTY, reason },
      ];
    }
    const reason = await this.reasonOf(account, micros);
    return reason === undefined
      ? []
      : [{ ...low, reason: `The balance is ${sum(balance, account)}. ${reason}` }];
  }

  notice(account: AdAccountRef, fresh: readonly Finding[]): HealthNotice {
    const isEmpty = fresh.some(({ objectId }) => objectId === EMPTY);
    const [finding] = fresh;
    return {
      kind: 'ad_balance_low',
      severity: isEmpty ? 'critical' : 'warning',
      title: accountTitle(account, isEmpty ? 'the balance is spent' : 'low balance'),
      detail: `${finding?.reason ?? ''} ${isEmpty ? '' : 'Ads stop when it is spent. '}${FIX}`,
    };
  }

  over(account: AdAccountRef): string {
    return accountTitle(account, 'the balance is sufficient again');
  }

  private async reasonOf(account: AdAccountRef, balance: bigint): Promise<string | undefined> {
    const { lowBalanceAmounts, lowBalanceDays } = this.config.ads.health;
    const least = lowBalanceAmounts.get(account.currency ?? '');
    if (least !== undefined && balance < (toMicros(least) ?? 0n))
      return `You want to know below ${sum(least, account)}.`;
    if (lowBalanceDays === 0) return undefined;
    const spent = await this.figures.spend(account);
    if (spent === undefined || balance * BigInt(SPEND_DAYS) >= spent * BigInt(lowBalanceDays))
      return undefined;
    const days = (balance * BigInt(SPEND_DAYS)) / spent;
    return `At the mean spend of the last ${SPEND_DAYS} days it lasts for ${days === 0n ? 'less than a day' : inDays(days)}.`;
  }
}

/** @returns undefined for what is no amount; 0 for a debt */
function microsOf(amount: string): bigint | undefined {
  if (!amount.startsWith('-')) return toMicros(amount);
  return toMicros(amount.slice(1)) === undefined ? undefined : 0n;
}

function inDays(days: bigint): string {
  return days === 1n ? '1 day' : `${days} days`;
}

function sum(amount: string, { currency }: AdAccountRef): string {
  return [amount, currency].filter(Boolean).join(' ');
}
