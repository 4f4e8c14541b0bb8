import type { World } from '../../world.js';
import type { Ad } from './ad-objects.js';
import { dailyBudgetOf } from './daily-budget.js';
import { adStatus } from './object-status.js';

/** Ads whose ad group has not begun or has ended count too: the schedule is known beforehand, see `figures`. */
const DELIVERS = new Set(['AD_STATUS_DELIVERY_OK', 'AD_STATUS_NOT_START', 'AD_STATUS_DONE']);

/**
 * Notes from when to when, and on which budget, each ad of an advertiser was delivered; called after
 * everything that may start, stop or change one. What is noted is history: later changes do not touch it.
 */
export function refreshDelivery(world: World, advertiserId: string, now = world.clock.now()): void {
  const ads = world.business.tables.ads.of(advertiserId);
  const live = ads.filter((ad) => DELIVERS.has(adStatus(world.business, ad, now)));
  const siblings = new Map<string, number>();
  for (const ad of live) siblings.set(ad.adgroupId, (siblings.get(ad.adgroupId) ?? 0) + 1);
  const isLive = new Set(live);
  for (const ad of ads) {
    const share = dailyBudgetOf(world.business, ad.adgroupId) / (siblings.get(ad.adgroupId) ?? 1);
    note(ad, isLive.has(ad) ? share : null, now);
  }
}

function note(ad: Ad, dailyBudget: number | null, now: number): void {
  const last = ad.delivery.at(-1);
  const open = last?.to === null ? last : undefined;
  if (open && open.dailyBudget === dailyBudget) return;
  if (open) open.to = now;
  if (dailyBudget !== null) ad.delivery.push({ from: now, to: null, dailyBudget });
}
