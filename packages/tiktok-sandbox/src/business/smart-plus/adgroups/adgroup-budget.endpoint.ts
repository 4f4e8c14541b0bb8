import type { AdGroup } from '../../ads/ad-objects.js';
import { checkNewBudget } from '../../ads/adgroups/new-budget.js';
import { refreshDelivery } from '../../ads/delivery.js';
import { awaitScheduledBudgets } from '../../ads/scheduled-budget.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam, missing } from '../../wire/business-error.js';
import { smartPlusWrite } from '../smart-plus-write.js';
import { requireSmartPlusAdGroup } from './require-adgroup.js';

const MAX_ITEMS = 20;
const LISTS = ['budget', 'scheduled_budget'] as const;

/** `budget` now, or `scheduled_budget` from the advertiser's next midnight; all or nothing. Source: corrections §3. */
export const smartPlusAdGroupBudget = smartPlusWrite('/adgroup/budget/update/', (call) => {
  const { params, world, advertiser, now } = call;
  const [key, other] = LISTS.filter((name) => params.has(name));
  if (key === undefined) throw missing('budget');
  if (other !== undefined) throw invalidParam('budget: Cannot be used together with scheduled_budget.');
  for (const { group, amount } of readItems(call, key)) {
    if (key === 'budget') group.budget = amount;
    else group.scheduledBudget = amount;
    group.modifiedAt = now;
  }
  refreshDelivery(world, advertiser.id);
  if (key === 'scheduled_budget') awaitScheduledBudgets(world, advertiser.id);
  return {};
});

function readItems(call: AdvertiserCall, key: (typeof LISTS)[number]): { group: AdGroup; amount: number }[] {
  return call.params.requireObjects(key, { max: MAX_ITEMS }).map((item) => {
    const group = requireSmartPlusAdGroup(call, item.requireText('adgroup_id'));
    const amount = item.number('budget', { min: 0 });
    if (amount === undefined) throw missing(`${key}.budget`);
    if (call.tables.campaigns.get(group.campaignId)?.budgetOptimizeOn)
      throw invalidParam('budget: Not supported when budget_optimize_on of the campaign is true.');
    if (key === 'scheduled_budget' && group.budgetMode === 'BUDGET_MODE_TOTAL')
      throw invalidParam('scheduled_budget: Only for daily budgets.');
    checkNewBudget(call, group, amount);
    return { group, amount };
  });
}
