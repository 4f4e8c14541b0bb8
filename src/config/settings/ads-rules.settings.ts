import { adDrivers } from '../ad-drivers.js';
import { flag, listOf, oneOf, type Env } from '../setting-kinds.js';

/** Facts about ads on which TikTok's documentation is open, or which depend on what TikTok has granted you. */
export const adsRulesSettings = {
  ADS_DRIVERS: adDrivers.describe(
    'How campaigns of each objective are created: us_plus (Upgraded Smart+) or manual, in order of preference, each with the ' +
      'first day (UTC) on which TikTok refuses to create. By its documentation all manual creates end on 2027-01-01',
  ),
  ADS_ALLOWLISTED: listOf(
    (item) => /^[A-Z][A-Z_]*$/.test(item),
    'must be a value such as CONVERSATION, in capitals',
  )
    .default([])
    .describe(
      'Comma-separated values that TikTok has opened for your ad accounts: the goals CONVERSATION, DESTINATION_VISIT and ' +
        'AUTOMATIC_VALUE_OPTIMIZATION, and DYNAMIC_DAILY for campaign budgets of REACH, VIDEO_VIEWS and ENGAGEMENT',
    ),
  ADS_CUSTOM_IDENTITY_ON_TIKTOK: flag
    .default(false)
    .describe('true: allow CUSTOMIZED_USER in ads on TikTok, which TikTok refuses by its newer pages'),
  ADS_PAGE_VISIT_BILLING: oneOf(['CPC', 'OCPM'])
    .default('CPC')
    .describe('What TikTok charges for with the goal PAGE_VISIT: CPC, or OCPM by one report'),
  ADS_VIEWS_AD_GROUP_MINIMUM: oneOf(['20', '50'])
    .default('20')
    .describe(
      'Least daily budget of an ad group of REACH, VIDEO_VIEWS and ENGAGEMENT in USD: 20 by the documentation, 50 in Ads Manager',
    ),
  ADS_APP_VALUE_NEEDS_CAMPAIGN_BUDGET: flag
    .default(true)
    .describe(
      'false: TikTok creates app campaigns with the goal VALUE whose ad groups have their own budgets',
    ),
  ADS_CALL_TO_ACTION_AS: oneOf(['portfolio', 'list'])
    .default('portfolio')
    .describe(
      'How Upgraded Smart+ ads send a call to action where the documentation wants an id: in a portfolio made for it, or in a list',
    ),
};

export function toAdsRules(env: Env<typeof adsRulesSettings>) {
  return {
    /** In order of preference. */
    drivers: env.ADS_DRIVERS.rows,
    allowlisted: new Set(env.ADS_ALLOWLISTED),
    customIdentityOnTikTok: env.ADS_CUSTOM_IDENTITY_ON_TIKTOK,
    pageVisitBilling: env.ADS_PAGE_VISIT_BILLING,
    /** In USD; other currencies have a ratio to it. */
    viewsAdGroupMinimum: Number(env.ADS_VIEWS_AD_GROUP_MINIMUM),
    appValueNeedsCampaignBudget: env.ADS_APP_VALUE_NEEDS_CAMPAIGN_BUDGET,
    callToActionAs: env.ADS_CALL_TO_ACTION_AS,
  };
}

/** Facts for the rules of ads that the references leave open. */
export type AdsRuleSettings = Readonly<ReturnType<typeof toAdsRules>>;
