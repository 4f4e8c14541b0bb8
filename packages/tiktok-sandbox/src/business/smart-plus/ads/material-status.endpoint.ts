import type { Ad } from '../../ads/ad-objects.js';
import { refreshDelivery } from '../../ads/delivery.js';
import { CREATED_STATUSES } from '../../ads/enums.js';
import { creativesOf } from '../../ads/object-status.js';
import { invalidParam, notFound } from '../../wire/business-error.js';
import { requireWritableAd, smartPlusWrite } from '../smart-plus-write.js';

const MAX_IDS = 20;

/** Turns single creatives of an ad on and off; of carousels one at a time. Source: corrections §3. */
export const smartPlusMaterialStatus = smartPlusWrite('/ad/material_status/update/', (call) => {
  const { params, world, state, advertiser, now } = call;
  const ids = params.requireTexts('ad_material_ids', { max: MAX_IDS });
  const status = params.requireOneOf('operation_status', CREATED_STATUSES);
  const ad = requireWritableAd(call, params.requireText('smart_plus_ad_id'));
  const creatives = creativesOf(state, ad);
  const chosen = ids.map((id) => {
    const creative = creatives.find(({ materialId }) => materialId === id);
    if (!creative) throw notFound(`ad_material_ids: Material ${id} does not exist.`);
    return creative;
  });
  if (chosen.length > 1 && chosen.some(isCarousel))
    throw invalidParam('ad_material_ids: Only one id is supported for carousels.');
  for (const creative of chosen) Object.assign(creative, { operationStatus: status, modifiedAt: now });
  Object.assign(ad, { modifiedAt: now, lastWriteAt: now });
  refreshDelivery(world, advertiser.id);
  return { smart_plus_ad_id: ad.id, ad_material_ids: ids, status };
});

function isCarousel({ fields }: Ad): boolean {
  return /CAROUSEL/.test(String(fields['ad_format']));
}
