import type { AdvertiserCall } from '../wire/business-call.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { pageOf } from '../wire/paging.js';
import { timeText } from '../wire/time-text.js';
import { audienceDetails, audienceView } from './audience-view.js';
import type { Audience } from './audience.js';

const MAX_IDS = 100;
const list = advertiserEndpoint({
  method: 'GET',
  path: '/dmp/custom_audience/list/',
  handle(call) {
    const ids = call.params.texts('custom_audience_ids', { max: MAX_IDS });
    const rows = usableBy(call)
      .filter(({ id }) => !ids || ids.includes(id))
      .toReversed();
    const page = pageOf(call.params, rows, { maxSize: 100 });
    return { list: page.list.map((row) => audienceView(call, row)), page_info: page.page_info };
  },
});

const get = advertiserEndpoint({
  method: 'GET',
  path: '/dmp/custom_audience/get/',
  handle(call) {
    const ids = call.params.requireTexts('custom_audience_ids', { max: MAX_IDS });
    const size = call.params.whole('history_size', { min: 1, max: 100 }) ?? 100;
    const found = usableBy(call).filter(({ id }) => ids.includes(id));
    return {
      list: found.map((audience) => ({
        audience_details: audienceDetails(call, audience),
        audience_history: audience.history
          .toReversed()
          .slice(0, size)
          .map((change) => ({
            action: change.action,
            action_detail: change.detail,
            editor: 'open_api',
            msg: change.message,
            opt_time: timeText(change.at),
          })),
      })),
    };
  },
});

const applyLog = advertiserEndpoint({
  method: 'GET',
  path: '/dmp/custom_audience/apply/log/',
  handle(call) {
    const ids = call.params.requireTexts('custom_audience_ids', { max: MAX_IDS });
    const rows = ids.flatMap((id) =>
      (call.tables.audiences.getOf(call.advertiser.id, id)?.applied ?? []).map((use) => ({
        audience_id: id,
        adgroup_id: use.adgroupId,
        adgroup_name: call.tables.adgroups.get(use.adgroupId)?.name ?? '',
        usage_mode: use.usageMode,
        editor: 'open_api',
        action_timestamp: timeText(use.at),
      })),
    );
    const page = pageOf(call.params, rows, { maxSize: 100 });
    return { advertiser_id: call.advertiser.id, list: page.list, page_info: page.page_info };
  },
});

/** Those of the advertiser, and those that others share with it. */
function usableBy({ tables, advertiser }: AdvertiserCall): Audience[] {
  return tables.audiences
    .all()
    .filter((row) => row.advertiserId === advertiser.id || row.sharedWith.includes(advertiser.id));
}

export const AUDIENCE_READ_ENDPOINTS: readonly BusinessEndpoint[] = [list, get, applyLog];
