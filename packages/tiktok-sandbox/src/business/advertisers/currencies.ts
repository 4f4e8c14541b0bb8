/** By what a USD minimum is multiplied in each currency; those that are not here are at 1. Reference §3. */
const RATIO_GROUPS: readonly (readonly [number, string])[] = [
  [1, 'AED ARS AUD BRL CAD CHF EUR GBP HUF ILS MYR NZD PEN QAR RON SAR SGD USD'],
  [4, 'PLN'],
  [10, 'BOB CNY CZK DKK EGP GTQ HKD HNL MOP MXN NIO NOK SEK THB TRY TWD UAH UYU ZAR'],
  [50, 'PHP'],
  [100, 'BDT DZD INR ISK JPY KES NGN PKR RUB'],
  [1_000, 'CLP COP CRC KRW'],
  [10_000, 'IDR PYG VND'],
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
