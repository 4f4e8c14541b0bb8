import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam, missing } from '../../wire/business-error.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import type { AdGroup } from '../ad-objects.js';
import { refreshDelivery } from '../delivery.js';
import { awaitScheduledBudgets } from '../scheduled-budget.js';
import { checkNewBudget } from './new-budget.js';
import { requireAdGroup } from './require-adgroup.js';

const MAX_ITEMS = 20;
/** One SDK uses the second spelling. */
const LATER_KEYS = ['scheduled_budget', 'schedule_budget'];

/** `budget` applies immediately, `scheduled_budget` from the advertiser's next midnight. All or nothing. */
export const adGroupBudgetUpdate = advertiserEndpoint({
  method: 'POST',
  path: '/adgroup/budget/update/',
  handle(call) {
    const now = readItems(call, 'budget', ['budget']);
    const later = LATER_KEYS.flatMap((key) => readItems(call, key, LATER_KEYS));
    if (now.length + later.length === 0) throw missing('budget');
    for (const { group, amount } of now) Object.assign(group, { budget: amount, modifiedAt: call.now });
    for (const { group, amount } of later)
      Object.assign(group, { scheduledBudget: amount, modifiedAt: call.now });
    refreshDelivery(call.world, call.advertiser.id);
    if (later.length > 0) awaitScheduledBudgets(call.world, call.advertiser.id);
    return {};
  },
});

function readItems(
  call: AdvertiserCall,
  key: string,
  names: readonly string[],
): { group: AdGroup; amount: number }[] {
  return (call.params.objects(key, { max: MAX_ITEMS }) ?? []).map((item) => {
    const group = requireAdGroup(call, item.requireText('adgroup_id'));
    const name = names.find((candidate) => item.has(candidate)) ?? key;
    const amount = item.number(name, { min: 0 });
    if (amount === undefined) throw missing(name);
    if (key !== 'budget' && group.budgetMode === 'BUDGET_MODE_TOTAL')
      throw invalidParam('scheduled_budget: Only for daily budgets.');
    checkNewBudget(call, group, amount);
    return { group, amount };
  });
}
