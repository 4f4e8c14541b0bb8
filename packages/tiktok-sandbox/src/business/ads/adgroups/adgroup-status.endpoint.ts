import { BusinessError, notFound } from '../../wire/business-error.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import { refreshDelivery } from '../delivery.js';
import { OPERATION_STATUSES } from '../enums.js';
import { requireManual } from '../manual-only.js';

const MAX_IDS = 20;

/** All or nothing, unless `allow_partial_success` asks for what can be done. */
export const adGroupStatusUpdate = advertiserEndpoint({
  method: 'POST',
  path: '/adgroup/status/update/',
  handle({ params, world, tables, advertiser, now }) {
    const ids = params.requireTexts('adgroup_ids', { max: MAX_IDS });
    const status = params.requireOneOf('operation_status', OPERATION_STATUSES);
    const mayBePartial = params.flag('allow_partial_success') ?? false;
    const groups = ids.map((id) => tables.adgroups.getOf(advertiser.id, id));
    for (const group of groups) if (group) requireManual(group, 'Ad group');
    const isThere = (id: string): boolean => {
      const group = tables.adgroups.getOf(advertiser.id, id);
      return group !== undefined && group.operationStatus !== 'DELETE';
    };
    const gone = ids.filter((id) => !isThere(id));
    if (gone.length > 0 && (!mayBePartial || gone.length === ids.length))
      throw notFound(`Ad group ${gone[0] ?? ''} does not exist.`);
    const done = ids.filter(isThere);
    for (const id of done)
      Object.assign(tables.adgroups.get(id) ?? {}, { operationStatus: status, modifiedAt: now });
    refreshDelivery(world, advertiser.id);
    const data = { adgroup_ids: done, status };
    if (!mayBePartial) return data;
    const errors = gone.map((id) => ({ adgroup_id: id, error_message: `Ad group ${id} does not exist.` }));
    if (errors.length === 0) return { ...data, error_list: [] };
    throw new BusinessError(20_001, 'Partial success.', { ...data, error_list: errors });
  },
});
