import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam } from '../../wire/business-error.js';
import type { AdGroup } from '../ad-objects.js';
import { checkAboveSpent, checkBudget } from '../budget-rules.js';
import { spentBy } from '../spent.js';

/** Checks a new budget of an ad group. @throws BusinessError 40002 */
export function checkNewBudget(call: AdvertiserCall, group: AdGroup, budget: number): void {
  const { advertiser, settings } = call;
  if (group.budgetMode === 'BUDGET_MODE_INFINITE')
    throw invalidParam('budget: Must not be set for BUDGET_MODE_INFINITE.');
  checkBudget(budget, {
    level: 'adgroup',
    mode: group.budgetMode,
    currency: advertiser.currency,
    isShop: ['STORE', 'SHOWCASE'].includes(String(group.fields['product_source'])),
    scheduledMs: settings.totalBudgetByDays ? group.endsAt - group.startsAt : null,
  });
  if (settings.budgetAboveSpent && budget < group.budget)
    checkAboveSpent(
      budget,
      spentBy(call, group.budgetMode, (ad) => ad.adgroupId === group.id),
    );
}
