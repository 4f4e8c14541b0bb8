import { toMicros } from '../spec/money.js';
import { amountText, moneyText, roundUp } from './amounts.js';
import { when, type Complaint } from './complaint.js';

/** Checks that TikTok can express the amount: whole units of some currencies, hundredths of others. */
export function precisionComplaints(
  amount: string | undefined,
  field: string,
  currency: string | null,
): Complaint[] {
  const micros = toMicros(amount ?? '');
  // Without the currency, whole units and hundredths cannot be distinguished.
  if (micros === undefined || currency === null) return [];
  const rounded = roundUp(micros, currency);
  return when(
    micros !== rounded,
    field,
    'amount_too_precise',
    `TikTok does not take ${amount} ${currency}. Send ${moneyText(rounded, currency)}.`,
    amountText(rounded, currency),
  );
}
