import { flag, listOf, wholeNumber, type Env } from '../setting-kinds.js';
import { adsHealthSettings, toAdsHealth } from './ads-health.settings.js';
import { adsRulesSettings, toAdsRules } from './ads-rules.settings.js';

// TikTok's own list; its text says 38 and it shows 39.
const LOOKALIKE_MARKETS =
  'AE,AU,AZ,BG,BO,CA,CY,DE,DZ,EE,EG,ES,FR,GB,HR,ID,IL,IN,IT,JP,KE,KR,LK,LT,LV,MY,PL,PR,PY,RS,RU,SA,SI,SK,TH,TR,TW,US,VN'.split(
    ',',
  );

/** Ads. */
export const adsSettings = {
  ADS_SETTLE_SECONDS: wholeNumber(1, 3600)
    .default(45)
    .describe(
      'Seconds after a create without an answer until the service looks for the object at TikTok; longer than a call may last, which is 30 s and the wait for its turn',
    ),
  ADS_REVIEW_POLL_SECONDS: wholeNumber(1, 3600)
    .default(60)
    .describe('Seconds between two looks at the review of the ads of a launch'),
  ADS_REVIEW_DEADLINE_HOURS: wholeNumber(1, 720)
    .default(72)
    .describe(
      'Hours after which a launch no longer waits for the review of its ads: approved ones go live, and without any it fails. ' +
        'TikTok documents no limit',
    ),
  ADS_KILL_SWITCH_PATIENCE_SECONDS: wholeNumber(0, 300)
    .default(90)
    .describe('Seconds for which the kill switch repeats pauses that TikTok did not take or did not answer'),
  ADS_REVIEW_WEBHOOKS: flag
    .default(true)
    .describe(
      'Ask TikTok to report the end of reviews of manual ads to PUBLIC_URL, so that a launch looks at once. TikTok takes https only',
    ),
  ADS_LAUNCH_CONCURRENCY: wholeNumber(1, 20)
    .default(4)
    .describe('Ad groups, ads or creatives of one launch that are created at once'),
  ...adsRulesSettings,
  ADS_LOOKALIKE_MARKETS: listOf((item) => /^[A-Z]{2}$/.test(item), 'must be an ISO 3166 code, such as DE')
    .default([...LOOKALIKE_MARKETS])
    .describe('Countries in which TikTok offers lookalike audiences, as ISO 3166 codes'),
  ...adsHealthSettings,
};

export function toAdsSettings(env: Env<typeof adsSettings>) {
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
