import type { World } from '../../world.js';
import { DAY_MS, startOfDay } from '../reports/advertiser-day.js';
import { refreshDelivery } from './delivery.js';

/** At the advertiser's midnight after they were set, waiting budgets take effect; also after a restart. */
export function awaitScheduledBudgets(world: World, advertiserId: string): void {
  const advertiser = world.business.tables.advertisers.get(advertiserId);
  const waiting = world.business.tables.adgroups
    .of(advertiserId)
    .filter((group) => group.scheduledBudget > 0);
  if (!advertiser || waiting.length === 0) return;
  const setAt = Math.min(...waiting.map((group) => group.modifiedAt));
  const due = startOfDay(advertiser, setAt) + DAY_MS;
  world.clock.after(Math.max(0, due - world.clock.now()), () => apply(world, advertiserId));
}

function apply(world: World, advertiserId: string): void {
  for (const group of world.business.tables.adgroups.of(advertiserId))
    if (group.scheduledBudget > 0) {
      group.budget = group.scheduledBudget;
      group.scheduledBudget = 0;
    }
  refreshDelivery(world, advertiserId);
}
