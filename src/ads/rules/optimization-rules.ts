import { moneyText } from './amounts.js';
import { adGroupMinimum } from './budget-minimums.js';
import { when, type Complaint } from './complaint.js';
import { hasAmount } from '../spec/budget-optimization.js';
import type { CampaignRule, GroupRule, GroupSite } from './site.js';
import { objectiveRow } from './tables/objective-table.js';

/** Checks whether the campaign or the ad groups have the budget. */
export const campaignOptimizationRules: CampaignRule = ({ campaign, optimized, context }) => {
  const { budget, objective } = campaign;
  const { driver, settings } = context;
  const byDay = objectiveRow(objective)?.daily === 'BUDGET_MODE_DAY';
  return [
    ...when(
      optimized && !hasAmount(budget),
      'budgetOptimization',
      'campaign_budget_missing',
      'TikTok can spread a budget over the ad groups only if the campaign has one. Set budget, or leave budgetOptimization out.',
      null,
    ),
    ...when(
      !optimized && driver === 'us_plus' && hasAmount(budget),
      'budget',
      'budget_on_both_levels',
      'In Upgraded Smart+ either the campaign or its ad groups have a budget. Leave that of the campaign out, or those of ' +
        'the ad groups.',
      null,
    ),
    ...when(
      optimized && byDay && budget?.mode === 'daily' && !settings.allowlisted.has('DYNAMIC_DAILY'),
      'budgetOptimization',
      'daily_optimization_not_available',
      `TikTok spreads no daily budget over the ad groups of ${objective}. Send false and give each ad group a budget, choose ` +
        'lifetime, or add DYNAMIC_DAILY to ADS_ALLOWLISTED if TikTok has opened it.',
      false,
    ),
  ];
};

/** Checks that an ad group has a budget exactly if it needs one. */
export const adGroupOptimizationRules: GroupRule = (site) => {
  const { campaign, group, at, optimized } = site;
  const { budget } = group;
  const field = at('budget');
  if (optimized)
    return when(
      hasAmount(budget),
      field,
      'ad_group_budget_not_allowed',
      'TikTok spreads the budget of the campaign over its ad groups. Leave that of the ad group out.',
      null,
    );
  if (!hasAmount(budget)) return missing(site);
  const byDay = campaign.budget?.mode === 'daily' && budget?.mode === 'lifetime';
  return when(
    byDay,
    at('budget.mode'),
    'lifetime_below_daily',
    'The campaign has a daily budget, so its ad groups need daily budgets too.',
    'daily',
  );
};

function missing({ campaign, group, at, schedule, context }: GroupSite): Complaint[] {
  const minimum = adGroupMinimum(campaign, { mode: 'daily' }, schedule, context);
  const least = minimum === undefined ? '' : ` of at least ${moneyText(minimum, context.currency)} a day`;
  return when(
    true,
    group.budget ? at('budget.mode') : at('budget'),
    'ad_group_budget_missing',
    `The campaign's budget is not spread over the ad groups, so each needs its own${least}.`,
    group.budget && 'daily',
  );
}

/** Checks what TikTok refuses for goals and bids because of the budget. */
export const budgetDependentRules: GroupRule = ({ campaign, group, at, optimized, context }) => {
  const budget = optimized ? campaign.budget : group.budget;
  const smartLifetime = context.driver === 'us_plus' && budget?.mode === 'lifetime';
  const smooth = optimized || group.bid.type === 'BID_TYPE_NO_BID';
  return [
    ...when(
      smartLifetime && group.bid.type === 'BID_TYPE_CUSTOM',
      at('bid.type'),
      'cost_cap_needs_daily_budget',
      'Upgraded Smart+ keeps to a cost cap with daily budgets only. Send BID_TYPE_NO_BID, or choose a daily budget.',
      'BID_TYPE_NO_BID',
    ),
    ...when(
      smartLifetime && group.bid.deepBidType === 'VO_MIN_ROAS',
      at('bid.deepBidType'),
      'roas_needs_daily_budget',
      'Upgraded Smart+ keeps to a least return with daily budgets only. Send VO_HIGHEST_VALUE, or choose a daily budget.',
      'VO_HIGHEST_VALUE',
    ),
    ...when(
      group.pacing === 'PACING_MODE_FAST' && smooth,
      at('pacing'),
      'fast_pacing_needs_bid',
      optimized
        ? 'A campaign budget that TikTok spreads is spent smoothly. Send PACING_MODE_SMOOTH, or leave the field out.'
        : 'PACING_MODE_FAST needs a bid. Send PACING_MODE_SMOOTH, or leave the field out.',
      'PACING_MODE_SMOOTH',
    ),
    ...when(
      context.settings.appValueNeedsCampaignBudget &&
        context.driver === 'us_plus' &&
        campaign.objective === 'APP_PROMOTION' &&
        group.optimizationGoal === 'VALUE' &&
        !optimized,
      at('optimizationGoal'),
      'app_value_needs_campaign_budget',
      'TikTok optimises the value of apps only with a budget on the campaign. Move the budget there, or choose IN_APP_EVENT.',
      'IN_APP_EVENT',
    ),
  ];
};
