import { decimalsOf, fromMicros } from '../spec/money.js';
import { CURRENCY_RATIOS } from './tables/currency-ratios.js';

const MICROS = 1_000_000n;

/** Turns an amount in USD into that of the currency by TikTok's ratio. Undefined: the ratio is not known. */
export function inCurrency(usd: number, currency: string | null): bigint | undefined {
  const ratio = CURRENCY_RATIOS.get(currency ?? '');
  return ratio === undefined ? undefined : BigInt(usd) * BigInt(ratio) * MICROS;
}

/** The smallest amount that TikTok can express: 1, or 0.01. */
export function unitOf(currency: string | null): bigint {
  return decimalsOf(currency ?? '') === 0 ? MICROS : MICROS / 100n;
}

export function roundUp(micros: bigint, currency: string | null): bigint {
  const unit = unitOf(currency);
  return ((micros + unit - 1n) / unit) * unit;
}

/** Formats an amount as a field takes it. */
export function amountText(micros: bigint, currency: string | null): string {
  return fromMicros(micros, currency ?? '');
}

/** Formats an amount for a sentence. */
export function moneyText(micros: bigint, currency: string | null): string {
  return [amountText(micros, currency), currency].filter(Boolean).join(' ');
}
