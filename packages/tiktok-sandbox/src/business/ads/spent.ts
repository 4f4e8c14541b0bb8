import { startOfDay } from '../reports/advertiser-day.js';
import { figuresOf } from '../reports/figures.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import type { Ad } from './ad-objects.js';

/** What the chosen ads have spent of a budget: ever for a total one, today for a daily one. */
export function spentBy(call: AdvertiserCall, budgetMode: string, chosen: (ad: Ad) => boolean): number {
  const { world, tables, advertiser, now } = call;
  const from = budgetMode === 'BUDGET_MODE_TOTAL' ? 0 : startOfDay(advertiser, now);
  return tables.ads
    .of(advertiser.id)
    .filter(chosen)
    .reduce((sum, ad) => sum + figuresOf(world, ad, from, now).spend, 0);
}
