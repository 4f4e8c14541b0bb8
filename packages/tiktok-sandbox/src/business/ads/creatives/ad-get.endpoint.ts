import { advertiserEndpoint } from '../../wire/endpoint.js';
import { selectFields } from '../../wire/field-selection.js';
import { pageOf } from '../../wire/paging.js';
import { objectFilter } from '../object-filter.js';
import { adStatus } from '../object-status.js';
import { statusFilter } from '../status-filter.js';
import { AD_FIELDS } from './creative-fields.js';
import { listedAdView } from './ad-view.js';

export const adGet = advertiserEndpoint({
  method: 'GET',
  path: '/ad/get/',
  handle(call) {
    const { params, state, tables, advertiser, now } = call;
    const filtering = params.object('filtering');
    const matches = objectFilter(state, filtering, 'ad');
    const hasStatus = statusFilter(filtering);
    const rows = tables.ads
      .of(advertiser.id)
      .filter((row) => matches(row) && hasStatus(adStatus(state, row, now)))
      .toReversed();
    const { list, page_info } = pageOf(params, rows);
    return {
      list: selectFields(
        params,
        list.map((row) => listedAdView(call, row)),
        AD_FIELDS,
      ),
      page_info,
    };
  },
});
