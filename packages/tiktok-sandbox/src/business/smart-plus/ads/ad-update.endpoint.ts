import type { SmartPlusAd } from '../../ads/ad-objects.js';
import { refreshDelivery } from '../../ads/delivery.js';
import { creativesOf } from '../../ads/object-status.js';
import { startReview } from '../../ads/review.js';
import { checkText, NAME_MAX } from '../../ads/text-rules.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { Params } from '../../wire/params.js';
import { requireSmartPlusAdGroup } from '../adgroups/require-adgroup.js';
import { requireWritableAd, smartPlusWrite } from '../smart-plus-write.js';
import { readContent } from './ad-content.js';
import { AD_LISTS } from './ad-fields.js';
import { smartPlusAdView } from './ad-view.js';
import { setCreatives } from './creative-rows.js';

const REPLACED = new Set([...Object.keys(AD_LISTS), 'ad_configuration', 'creative_list']);

/** Lists that are sent replace the whole list; those that are not stay. Source: corrections §3. */
export const smartPlusAdUpdate = smartPlusWrite('/ad/update/', (call) => {
  const { params, world, advertiser, now } = call;
  const ad = requireWritableAd(call, params.requireText('smart_plus_ad_id'));
  const group = requireSmartPlusAdGroup(call, ad.adgroupId);
  const sent = params.text('ad_name');
  const name = sent ? checkText('ad_name', sent, NAME_MAX) : ad.name;
  const { creatives, fields } = readContent({ ...call, params: whole(call, ad) }, group);
  const isNew = JSON.stringify(fields) !== JSON.stringify(ad.fields);
  const before = creativesOf(call.state, ad);
  Object.assign(ad, { name, fields, modifiedAt: now, lastWriteAt: now });
  setCreatives(call, ad, creatives);
  // New texts and links are reviewed with every creative; new creatives are under review already.
  if (isNew)
    for (const kept of creativesOf(call.state, ad))
      if (before.includes(kept)) startReview(world, kept, false);
  refreshDelivery(world, advertiser.id);
  return smartPlusAdView(call, ad);
});

/** The ad as it would be sent as a whole after the change. */
function whole({ params, state }: AdvertiserCall, ad: SmartPlusAd): Params {
  const creative_list = creativesOf(state, ad).map(({ fields }) => ({
    creative_info: fields['creative_info'],
  }));
  const changes = Object.entries(params.values).filter(([key]) => REPLACED.has(key) && params.has(key));
  return new Params({ ...ad.fields, creative_list, ...Object.fromEntries(changes) }, false);
}
