import { adsByGroup } from '../../ads/adgroups/adgroup-view.js';
import { objectFilter } from '../../ads/object-filter.js';
import { adGroupStatus } from '../../ads/object-status.js';
import { statusFilter } from '../../ads/status-filter.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import { selectFields } from '../../wire/field-selection.js';
import { pageOf } from '../../wire/paging.js';
import { SMART_PLUS_ADGROUP_FIELDS } from './adgroup-fields.js';
import { smartPlusAdGroupView } from './adgroup-view.js';

export const smartPlusAdGroupGet = advertiserEndpoint({
  method: 'GET',
  path: '/smart_plus/adgroup/get/',
  handle({ params, state, tables, advertiser, now }) {
    const filtering = params.object('filtering');
    const matches = objectFilter(state, filtering, 'adgroup');
    const hasStatus = statusFilter(filtering);
    const adsOf = adsByGroup(state, advertiser.id);
    const rows = tables.adgroups
      .of(advertiser.id)
      .filter((row) => row.isUsPlus)
      .filter((row) => matches(row) && hasStatus(adGroupStatus(state, row, adsOf(row.id), now)))
      .toReversed();
    const { list, page_info } = pageOf(params, rows);
    const views = list.map((row) => smartPlusAdGroupView(state, row, adsOf(row.id), now));
    return { list: selectFields(params, views, SMART_PLUS_ADGROUP_FIELDS), page_info };
  },
});
