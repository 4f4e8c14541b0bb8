/** An amount in the currency of an ad account. */
export interface Money {
  /** A decimal without an exponent, e.g. `50.00`. */
  amount: string;
  /** ISO 4217. */
  currency: string;
}

// Business reference, corrections §2b: TikTok takes these in whole units, and all others in hundredths.
const WHOLE_UNITS = new Set(['CLP', 'HUF', 'IDR', 'ISK', 'JPY', 'KRW', 'PYG', 'TWD', 'VND']);
const DECIMAL = /^(\d{1,15})(?:\.(\d{1,6}))?$/;
const SCALE = 6;

/** The number of decimals that TikTok takes for a currency. */
export function decimalsOf(currency: string): number {
  return WHOLE_UNITS.has(currency) ? 0 : 2;
}

/** Returns the amount in millionths, which add up exactly. @returns undefined if it is not a decimal */
export function toMicros(amount: string): bigint | undefined {
  const match = DECIMAL.exec(amount);
  if (!match) return undefined;
  return BigInt(`${match[1]}${(match[2] ?? '').padEnd(SCALE, '0')}`);
}

/** Formats millionths with the decimals of the currency, or with more if they are needed. */
export function fromMicros(micros: bigint, currency: string): string {
  const digits = micros.toString().padStart(SCALE + 1, '0');
  const whole = digits.slice(0, -SCALE);
  const fraction = digits.slice(-SCALE).replace(/0+$/, '').padEnd(decimalsOf(currency), '0');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** Turns the number that TikTok sends into a decimal. Null and unreadable values stay null. */
export function amountOf(value: unknown, currency: string): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  const micros = typeof text === 'string' ? toMicros(text) : undefined;
  return micros === undefined ? null : fromMicros(micros, currency);
}
