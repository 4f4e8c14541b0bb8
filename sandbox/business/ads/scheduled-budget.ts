import type { World } from '../../world.js';
import { refreshDelivery } from './delivery.js';

/** At an advertiser's midnight, budgets that waited for it take effect. */
export function applyScheduledBudgets(world: World, advertiserId: string): void {
  for (const group of world.business.tables.adgroups.of(advertiserId))
    if (group.scheduledBudget > 0) {
      group.budget = group.scheduledBudget;
      group.scheduledBudget = 0;
    }
  refreshDelivery(world, advertiserId);
}
