import { checkBudget } from '../../ads/budget-rules.js';
import { requireBudget } from '../../ads/creation-rules.js';
import { BUDGET_MODES } from '../../ads/enums.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam } from '../../wire/business-error.js';

const OPTIMISED = ['BUDGET_MODE_DYNAMIC_DAILY_BUDGET', 'BUDGET_MODE_TOTAL'] as const;
const OWN = ['BUDGET_MODE_INFINITE', 'BUDGET_MODE_DAY', 'BUDGET_MODE_TOTAL'] as const;

/** What a campaign holds of its budget. */
interface CampaignBudget {
  readonly budgetOptimizeOn: boolean;
  readonly budgetMode: string;
  readonly budget: number;
}

/** The budget of a new campaign, which optimises it unless it says otherwise. @throws BusinessError 40002 */
export function readCampaignBudget(call: AdvertiserCall): CampaignBudget {
  const { params } = call;
  const budgetOptimizeOn = params.flag('budget_optimize_on') ?? true;
  const modes: readonly (typeof BUDGET_MODES)[number][] = budgetOptimizeOn ? OPTIMISED : OWN;
  const sent = params.oneOf('budget_mode', BUDGET_MODES);
  const budgetMode = sent ?? modes[0] ?? 'BUDGET_MODE_INFINITE';
  if (!modes.includes(budgetMode))
    throw invalidParam(
      `budget_mode: With budget_optimize_on ${budgetOptimizeOn}, must be one of: ${modes.join(', ')}.`,
    );
  if (budgetMode === 'BUDGET_MODE_INFINITE') return { budgetOptimizeOn, budgetMode, budget: 0 };
  return { budgetOptimizeOn, budgetMode, budget: checkedBudget(call, budgetMode) };
}

/** The amount of `budget`, as large as a campaign's has to be. @throws BusinessError 40002 */
export function checkedBudget({ params, advertiser }: AdvertiserCall, mode: string): number {
  const budget = requireBudget(params);
  checkBudget(budget, {
    level: 'campaign',
    mode,
    currency: advertiser.currency,
    isShop: false,
    scheduledMs: null,
  });
  return budget;
}
