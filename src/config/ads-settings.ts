import type { Environment } from './environment.schema.js';

/** The settings of ads. */
export function toAdsSettings(env: Environment) {
  return { settleSeconds: env.ADS_SETTLE_SECONDS, lookalikeMarkets: env.ADS_LOOKALIKE_MARKETS };
}
