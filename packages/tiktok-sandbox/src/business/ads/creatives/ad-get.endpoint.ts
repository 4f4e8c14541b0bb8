import type { AdvertiserCall } from '../../wire/business-call.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import { selectFields } from '../../wire/field-selection.js';
import { pageOf } from '../../wire/paging.js';
import type { SmartPlusAd } from '../ad-objects.js';
import { objectFilter } from '../object-filter.js';
import { adStatus, smartPlusAdStatus } from '../object-status.js';
import { statusFilter } from '../status-filter.js';
import { AD_FIELDS } from './creative-fields.js';
import { listedAdView, wholeAdView } from './ad-view.js';

const MAX_IDS = 100;

export const adGet = advertiserEndpoint({
  method: 'GET',
  path: '/ad/get/',
  handle(call) {
    const { params, state, tables, advertiser, now } = call;
    const filtering = params.object('filtering');
    const matches = objectFilter(state, filtering, 'ad');
    const hasStatus = statusFilter(filtering);
    const wholeIds = filtering?.texts('ad_ids_v2', { max: MAX_IDS });
    const ads = tables.ads
      .of(advertiser.id)
      .filter((row) => !wholeIds || (row.smartPlusAdId === undefined && wholeIds.includes(row.id)))
      .filter((row) => matches(row) && hasStatus(adStatus(state, row, now)))
      .map((row) => ({ row, view: () => listedAdView(call, row) }));
    const wholes = wholeAds(call, wholeIds ?? [])
      .filter((row) => matches(row) && hasStatus(smartPlusAdStatus(state, row, now)))
      .map((row) => ({ row, view: () => wholeAdView(call, row) }));
    const rows = [...ads, ...wholes].toSorted((a, b) => a.row.createdAt - b.row.createdAt).toReversed();
    const { list, page_info } = pageOf(params, rows);
    const views = list.map(({ view }) => view());
    return { list: selectFields(params, views, AD_FIELDS), page_info };
  },
});

/** Upgraded Smart+ ads as wholes, which only `ad_ids_v2` asks for. */
function wholeAds({ tables, advertiser }: AdvertiserCall, ids: readonly string[]): SmartPlusAd[] {
  return ids.flatMap((id) => tables.smartPlusAds.getOf(advertiser.id, id) ?? []);
}
