import { listOf, wholeNumber, type Env } from '../setting-kinds.js';

/** Regular checks of ad accounts, and when they warn. */
export const adsHealthSettings = {
  ADS_HEALTH_INTERVAL_MINUTES: wholeNumber(0, 1440)
    .default(60)
    .describe(
      'Minutes between two health checks of an ad account; 0: none. A check takes about ten calls, so many accounts need more time',
    ),
  ADS_LOW_BALANCE_DAYS: wholeNumber(0, 90)
    .default(3)
    .describe(
      'Warn if the balance of an ad account lasts for fewer days than this at the mean spend of the last week; 0: never',
    ),
  ADS_LOW_BALANCE_AMOUNTS: listOf(
    (item) => /^[A-Z]{3}:\d{1,12}(\.\d{1,2})?$/.test(item),
    'must be a currency and an amount, such as USD:100',
  )
    .default([])
    .describe(
      'Also warn below these balances: comma-separated amounts by currency, such as USD:100,JPY:10000',
    ),
  ADS_SPARK_WARNING_DAYS: wholeNumber(0, 365)
    .default(7)
    .describe("Warn this many days before a creator's authorisation of a post ends; 0: when it has ended"),
};

export function toAdsHealth(env: Env<typeof adsHealthSettings>) {
  return {
    intervalMinutes: env.ADS_HEALTH_INTERVAL_MINUTES,
    lowBalanceDays: env.ADS_LOW_BALANCE_DAYS,
    /** By currency. */
    lowBalanceAmounts: new Map(
      env.ADS_LOW_BALANCE_AMOUNTS.map((item) => item.split(':') as [string, string]),
    ),
    sparkWarningDays: env.ADS_SPARK_WARNING_DAYS,
  };
}
