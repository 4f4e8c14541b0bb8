import { toAdsHealth } from './ads-health.js';
import { toAdsRules } from './ads-rules.js';
import type { Environment } from './environment.schema.js';

/** Groups the settings of ads. */
export function toAdsSettings(env: Environment) {
  return {
    health: toAdsHealth(env),
    rules: toAdsRules(env),
    settleSeconds: env.ADS_SETTLE_SECONDS,
    launchConcurrency: env.ADS_LAUNCH_CONCURRENCY,
    reviewPollSeconds: env.ADS_REVIEW_POLL_SECONDS,
    reviewDeadlineHours: env.ADS_REVIEW_DEADLINE_HOURS,
    killSwitchPatienceSeconds: env.ADS_KILL_SWITCH_PATIENCE_SECONDS,
    reviewWebhooks: env.ADS_REVIEW_WEBHOOKS,
    lookalikeMarkets: env.ADS_LOOKALIKE_MARKETS,
  };
}
