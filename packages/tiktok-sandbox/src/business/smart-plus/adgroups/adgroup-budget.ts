import type { Campaign } from '../../ads/ad-objects.js';
import { checkBudget } from '../../ads/budget-rules.js';
import { requireBudget } from '../../ads/creation-rules.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam, missing } from '../../wire/business-error.js';

const TOTAL = 'BUDGET_MODE_TOTAL';
const MODES = ['BUDGET_MODE_DYNAMIC_DAILY_BUDGET', TOTAL] as const;

/** The budget mode of a new ad group; under CBO it may not name one. @throws BusinessError 40002 */
export function readBudgetMode({ params }: AdvertiserCall, campaign: Campaign, scheduleType: string): string {
  if (params.has('min_budget') && !(campaign.budgetOptimizeOn && campaign.budgetMode === TOTAL))
    throw invalidParam('min_budget: Only supported for a campaign with a total budget that it optimises.');
  const sent = ['budget_mode', 'budget'].find((key) => params.has(key));
  if (campaign.budgetOptimizeOn && sent !== undefined)
    throw invalidParam(`${sent}: Not supported when budget_optimize_on of the campaign is true.`);
  const own = campaign.budgetOptimizeOn ? 'BUDGET_MODE_INFINITE' : params.requireOneOf('budget_mode', MODES);
  const mode = campaign.budgetOptimizeOn ? campaign.budgetMode : own;
  if (mode === TOTAL && scheduleType === 'SCHEDULE_FROM_NOW')
    throw invalidParam('schedule_type: Must be SCHEDULE_START_END for BUDGET_MODE_TOTAL.');
  if (campaign.budgetMode === 'BUDGET_MODE_DAY' && own === TOTAL)
    throw invalidParam(
      'budget_mode: Must be BUDGET_MODE_DYNAMIC_DAILY_BUDGET under a daily campaign budget.',
    );
  return own;
}

/** The amount, which only an ad group with a mode of its own has. @throws BusinessError 40002 */
export function readBudget(
  { params, advertiser, settings }: AdvertiserCall,
  mode: string,
  scheduledMs: number,
): number {
  if (mode === 'BUDGET_MODE_INFINITE') return 0;
  if (!params.has('budget')) throw missing('budget');
  const budget = requireBudget(params);
  checkBudget(budget, {
    level: 'adgroup',
    mode,
    currency: advertiser.currency,
    isShop: false,
    scheduledMs: settings.totalBudgetByDays ? scheduledMs : null,
  });
  return budget;
}
