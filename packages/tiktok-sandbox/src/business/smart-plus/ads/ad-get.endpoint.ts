import { objectFilter } from '../../ads/object-filter.js';
import { smartPlusAdStatus } from '../../ads/object-status.js';
import { statusFilter } from '../../ads/status-filter.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import { selectFields } from '../../wire/field-selection.js';
import { pageOf } from '../../wire/paging.js';
import { SMART_PLUS_AD_FIELDS } from './ad-fields.js';
import { smartPlusAdView } from './ad-view.js';

export const smartPlusAdGet = advertiserEndpoint({
  method: 'GET',
  path: '/smart_plus/ad/get/',
  handle(call) {
    const { params, state, tables, advertiser, now } = call;
    const filtering = params.object('filtering');
    const matches = objectFilter(state, filtering, 'smart_plus_ad');
    const hasStatus = statusFilter(filtering);
    const rows = tables.smartPlusAds
      .of(advertiser.id)
      .filter((row) => matches(row) && hasStatus(smartPlusAdStatus(state, row, now)))
      .toReversed();
    const { list, page_info } = pageOf(params, rows);
    const views = list.map((row) => smartPlusAdView(call, row));
    return { list: selectFields(params, views, SMART_PLUS_AD_FIELDS), page_info };
  },
});
