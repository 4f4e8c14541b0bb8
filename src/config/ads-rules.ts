import type { Environment } from './environment.schema.js';

export function toAdsRules(env: Environment) {
  return {
    /** In order of preference. */
    drivers: env.ADS_DRIVERS.rows,
    /** Goals and features that TikTok has opened for the ad accounts. */
    allowlisted: new Set(env.ADS_ALLOWLISTED),
    customIdentityOnTikTok: env.ADS_CUSTOM_IDENTITY_ON_TIKTOK,
    pageVisitBilling: env.ADS_PAGE_VISIT_BILLING,
    /** In USD; other currencies have a ratio to it. */
    viewsAdGroupMinimum: Number(env.ADS_VIEWS_AD_GROUP_MINIMUM),
    appValueNeedsCampaignBudget: env.ADS_APP_VALUE_NEEDS_CAMPAIGN_BUDGET,
    /** Where Upgraded Smart+ wants the id of a call to action. */
    callToActionAs: env.ADS_CALL_TO_ACTION_AS,
  };
}

/** Facts for the rules of ads that the references leave open. */
export type AdsRuleSettings = Readonly<ReturnType<typeof toAdsRules>>;
