import { bareNumber } from '../../exact-json.js';
import type { World } from '../../world.js';
import type { Ad } from '../ads/ad-objects.js';
import { emitAdsEvent } from './ads-event.js';

/** The review of an ad has ended: so has, in a way, that of its ad group. */
export function emitReview(world: World, ad: Ad): void {
  const { tables } = world.business;
  const scope = { advertiserId: ad.advertiserId, adgroupId: ad.adgroupId, adId: ad.id };
  const group = {
    // The only id here that is a number.
    adv_id: bareNumber(ad.advertiserId),
    campaign_id: ad.campaignId,
    campaign_name: tables.campaigns.get(ad.campaignId)?.name ?? '',
    adgroup_id: ad.adgroupId,
    adgroup_name: tables.adgroups.get(ad.adgroupId)?.name ?? '',
  };
  const reason = ad.review === 'rejected' ? ad.rejectReason : world.settings.business.approvedRejectReason;
  emitAdsEvent(world, 'AD', scope, { ...group, ad_id: ad.id, ad_name: ad.name, reject_reason: reason });
  emitAdsEvent(world, 'AD_GROUP', scope, { ...group, reject_reason: reason });
}
