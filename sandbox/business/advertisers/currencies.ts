/** By what a USD minimum is multiplied in each currency; those that are not here are at 1. Reference §3. */
const RATIO_GROUPS: readonly (readonly [number, string])[] = [
  [1, 'USD EUR GBP AUD CAD SGD AED SAR BRL CHF'],
  [4, 'PLN'],
  [10, 'HKD CNY SEK NOK DKK MXN THB TRY ZAR TWD CZK'],
  [50, 'PHP'],
  [100, 'JPY INR RUB ISK PKR NGN KES BDT DZD'],
  [1_000, 'KRW CLP COP CRC'],
  [10_000, 'IDR VND PYG'],
  [100_000, 'VEF'],
];

const RATIOS = new Map(
  RATIO_GROUPS.flatMap(([ratio, names]) => names.split(' ').map((name) => [name, ratio] as const)),
);

const WHOLE_UNITS = new Set('JPY KRW HUF CLP ISK IDR TWD PYG VND'.split(' '));

export function currencyRatio(currency: string): number {
  return RATIOS.get(currency) ?? 1;
}

/** How many decimals an amount may have. */
export function currencyDecimals(currency: string): 0 | 2 {
  return WHOLE_UNITS.has(currency) ? 0 : 2;
}
