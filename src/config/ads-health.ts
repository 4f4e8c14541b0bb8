import type { Environment } from './environment.schema.js';

export function toAdsHealth(env: Environment) {
  return {
    /** 0: no checks. */
    intervalMinutes: env.ADS_HEALTH_INTERVAL_MINUTES,
    /** 0: no warning. */
    lowBalanceDays: env.ADS_LOW_BALANCE_DAYS,
    /** Amounts by currency. */
    lowBalanceAmounts: new Map(
      env.ADS_LOW_BALANCE_AMOUNTS.map((item) => item.split(':') as [string, string]),
    ),
    sparkWarningDays: env.ADS_SPARK_WARNING_DAYS,
  };
}
