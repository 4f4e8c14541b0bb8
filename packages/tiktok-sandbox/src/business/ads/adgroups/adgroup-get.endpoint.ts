import { advertiserEndpoint } from '../../wire/endpoint.js';
import { selectFields } from '../../wire/field-selection.js';
import { pageOf } from '../../wire/paging.js';
import { objectFilter } from '../object-filter.js';
import { adGroupStatus } from '../object-status.js';
import { statusFilter } from '../status-filter.js';
import { ADGROUP_FIELDS } from './adgroup-fields.js';
import { adGroupView, adsByGroup } from './adgroup-view.js';

export const adGroupGet = advertiserEndpoint({
  method: 'GET',
  path: '/adgroup/get/',
  handle({ params, state, tables, advertiser, now }) {
    const filtering = params.object('filtering');
    const matches = objectFilter(state, filtering, 'adgroup');
    const hasStatus = statusFilter(filtering);
    const adsOf = adsByGroup(state, advertiser.id);
    const rows = tables.adgroups
      .of(advertiser.id)
      .filter((row) => matches(row) && hasStatus(adGroupStatus(state, row, adsOf(row.id), now)))
      .toReversed();
    const { list, page_info } = pageOf(params, rows);
    const views = list.map((row) => adGroupView(state, row, adsOf(row.id), now));
    return { list: selectFields(params, views, ADGROUP_FIELDS), page_info };
  },
});

/** Fixed for the sandbox: the full quota is free unless the advertiser is punished. */
export const adGroupQuota = advertiserEndpoint({
  method: 'GET',
  path: '/adgroup/quota/',
  handle: ({ tables, advertiser }) =>
    advertiser.status === 'STATUS_LIMIT'
      ? { total_adgroup_quota: 0, used_adgroup_quota: 0 }
      : {
          total_adgroup_quota: 5000,
          used_adgroup_quota: tables.adgroups
            .of(advertiser.id)
            .filter((group) => group.operationStatus !== 'DELETE').length,
        },
});
