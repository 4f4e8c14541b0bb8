// Business reference, corrections §2b: TikTok's minimums are in USD, times these.
const CURRENCIES: readonly (readonly [ratio: number, currencies: string])[] = [
  [1, 'AED ARS AUD BRL CAD CHF EUR GBP HUF ILS MYR NZD PEN QAR RON SAR SGD USD'],
  [4, 'PLN'],
  [10, 'BOB CNY CZK DKK EGP GTQ HKD HNL MOP MXN NIO NOK SEK THB TRY TWD UAH UYU ZAR'],
  [50, 'PHP'],
  [100, 'BDT DZD INR ISK JPY KES NGN PKR RUB'],
  [1000, 'CLP COP CRC KRW'],
  [10_000, 'IDR PYG VND'],
  [100_000, 'VEF'],
];

export const CURRENCY_RATIOS: ReadonlyMap<string, number> = new Map(
  CURRENCIES.flatMap(([ratio, currencies]) => currencies.split(' ').map((one) => [one, ratio] as const)),
);
