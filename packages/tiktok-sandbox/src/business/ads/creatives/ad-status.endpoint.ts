import { invalidParam, missing, notFound } from '../../wire/business-error.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import { refreshDelivery } from '../delivery.js';
import { OPERATION_STATUSES } from '../enums.js';
import { requireManual } from '../manual-only.js';

const MAX_IDS = 20;

/** All or nothing. There are no ACO ads in the sandbox, so their ids are never found. */
export const adStatusUpdate = advertiserEndpoint({
  method: 'POST',
  path: '/ad/status/update/',
  handle({ params, world, tables, advertiser, now }) {
    const status = params.requireOneOf('operation_status', OPERATION_STATUSES);
    const acoIds = params.texts('aco_ad_ids', { min: 1, max: MAX_IDS });
    const ids = params.texts('ad_ids', { min: 1, max: MAX_IDS });
    if (ids && acoIds) throw invalidParam('ad_ids: Cannot be used together with aco_ad_ids.');
    if (acoIds) throw notFound(`Ad ${acoIds[0] ?? ''} does not exist.`);
    if (!ids) throw missing('ad_ids');
    const ads = ids.map((id) => {
      const ad = tables.ads.getOf(advertiser.id, id);
      if (!ad || ad.operationStatus === 'DELETE') throw notFound(`Ad ${id} does not exist.`);
      requireManual(ad, 'Ad');
      return ad;
    });
    for (const ad of ads) Object.assign(ad, { operationStatus: status, modifiedAt: now });
    refreshDelivery(world, advertiser.id);
    return { ad_ids: ids, aco_ad_ids: [], status };
  },
});
