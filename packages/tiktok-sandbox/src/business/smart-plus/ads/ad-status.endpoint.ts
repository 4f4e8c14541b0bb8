import { refreshDelivery } from '../../ads/delivery.js';
import { OPERATION_STATUSES } from '../../ads/enums.js';
import { creativesOf } from '../../ads/object-status.js';
import { requireWritableAd, smartPlusWrite } from '../smart-plus-write.js';

const MAX_IDS = 20;

/** All or nothing, with a flat answer, unlike campaigns and ad groups. Source: corrections §2c. */
export const smartPlusAdStatusUpdate = smartPlusWrite('/ad/status/update/', (call) => {
  const { params, world, state, advertiser, now } = call;
  const ids = params.requireTexts('smart_plus_ad_ids', { max: MAX_IDS });
  const status = params.requireOneOf('operation_status', OPERATION_STATUSES);
  const ads = ids.map((id) => requireWritableAd(call, id));
  for (const ad of ads) {
    if (status === 'DELETE')
      for (const creative of creativesOf(state, ad)) creative.operationStatus = 'DELETE';
    Object.assign(ad, { operationStatus: status, modifiedAt: now, lastWriteAt: now });
  }
  refreshDelivery(world, advertiser.id);
  return { smart_plus_ad_ids: ids, status };
});
