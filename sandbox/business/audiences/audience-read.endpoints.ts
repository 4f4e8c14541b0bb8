import type { JsonObject } from '../../open-api/api-call.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { pageOf } from '../wire/paging.js';
import { timeText } from '../wire/time-text.js';
import type { Audience } from './audience.js';

const MAX_IDS = 100;
const EXPIRING_MS = 60 * 86_400_000;

const KINDS: Record<Audience['kind'], string> = {
  file: 'Customer File Audience',
  stream: 'Customer File Audience',
  lookalike: 'Lookalike Audience',
};

const list = advertiserEndpoint({
  method: 'GET',
  path: '/dmp/custom_audience/list/',
  handle(call) {
    const ids = call.params.texts('custom_audience_ids', { max: MAX_IDS });
    const rows = call.tables.audiences
      .of(call.advertiser.id)
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
    const found = ids.flatMap((id) => call.tables.audiences.getOf(call.advertiser.id, id) ?? []);
    return {
      list: found.map((audience) => ({
        audience_details: {
          ...audienceView(call, audience),
          error_msg: audience.errorMessage,
          msg: audience.errorMessage,
        },
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
        custom_audience_id: id,
        adgroup_id: use.adgroupId,
        usage_mode: use.usageMode,
        action_mode: 'Apply',
        opt_time: timeText(use.at),
      })),
    );
    return pageOf(call.params, rows, { maxSize: 100 });
  },
});

/** An audience as the lists show it; nobody is counted before matching has ended. */
export function audienceView({ advertiser, now }: AdvertiserCall, audience: Audience): JsonObject {
  return {
    audience_id: audience.id,
    name: audience.name,
    audience_type: KINDS[audience.kind],
    audience_sub_type: audience.subType,
    calculate_type: audience.calculateType,
    cover_num: audience.coverNumber,
    shared: audience.sharedWith.length > 0,
    is_creator: audience.advertiserId === advertiser.id,
    is_valid: audience.isValid,
    is_expiring: audience.expiresAt - now < EXPIRING_MS,
    is_auto_refresh: false,
    owner_id: audience.advertiserId,
    rule: null,
    create_time: timeText(audience.createdAt),
    expired_time: timeText(audience.expiresAt),
    ...(audience.lookalike ? { lookalike_spec: audience.lookalike } : {}),
  };
}

export const AUDIENCE_READ_ENDPOINTS: readonly BusinessEndpoint[] = [list, get, applyLog];
