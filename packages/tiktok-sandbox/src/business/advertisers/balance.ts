import type { JsonObject } from '../../open-api/api-call.js';
import { dayText } from '../wire/time-text.js';
import type { Advertiser } from './advertiser.js';
import { currencyRatio } from './currencies.js';

/** Below this (USD) TikTok is assumed to remind of a payment. */
const REMINDER_BELOW = 50;
const BUDGET_CHANGES_A_DAY = 10;

/** Answered only when `fields` names them. */
export const MORE_BALANCE_FIELDS: readonly string[] = [
  'budget_remaining',
  'budget_frequency_restriction',
  'budget_amount_restriction',
  'min_transferable_amount',
  'max_transferable_amount',
  'balance_info',
];

export function isReminded({ balance, currency }: Advertiser): boolean {
  return balance < REMINDER_BELOW * currencyRatio(currency);
}

/** The whole balance is cash: there are no vouchers, taxes or frozen sums here. */
export function moneyOf({ balance }: Advertiser): JsonObject {
  return {
    account_balance: balance,
    valid_account_balance: balance,
    frozen_balance: 0,
    tax: 0,
    cash_balance: balance,
    valid_cash_balance: balance,
    grant_balance: 0,
    valid_grant_balance: 0,
  };
}

/** The fields beyond the usual ones that `asked` names. */
export function extraBalance(
  advertiser: Advertiser,
  asked: readonly string[],
  pageSize: number,
  now: number,
): JsonObject {
  const all: JsonObject = {
    budget_remaining: 0,
    budget_frequency_restriction: {
      total_count: BUDGET_CHANGES_A_DAY,
      used_count: 0,
      remaining_count: BUDGET_CHANGES_A_DAY,
      effective_start_time: `${dayText(now)} 00:00:00`,
      effective_end_time: `${dayText(now)} 23:59:59`,
    },
    budget_amount_restriction: { minimum_amount: '0' },
    // Documented: only on pages of one.
    ...(pageSize === 1
      ? { min_transferable_amount: { cash_amount: '0', grant_amount: '0', credit_amount: '0' } }
      : {}),
    max_transferable_amount: { cash_amount: advertiser.balance, grant_amount: 0 },
    balance_info: {
      ...moneyOf(advertiser),
      frozen_cash_balance: 0,
      cash_tax: 0,
      frozen_grant_balance: 0,
      credit_balance: 0,
      valid_credit_balance: 0,
      frozen_credit_balance: 0,
    },
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => asked.includes(name)));
}
