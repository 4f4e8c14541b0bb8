import type { Ad, SmartPlusAd } from '../../ads/ad-objects.js';
import { creativesOf } from '../../ads/object-status.js';
import { startReview } from '../../ads/review.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import type { JsonObject } from '../../store/json-object.js';
import { storedObject } from '../known-fields.js';
import type { Creative } from './creative-list.js';

/** Makes the creatives of an ad those of the list: what was there stays, what is new goes to review. */
export function setCreatives(call: AdvertiserCall, ad: SmartPlusAd, creatives: readonly Creative[]): void {
  const left = creativesOf(call.state, ad);
  for (const creative of creatives) {
    const key = JSON.stringify(creative.info);
    const index = left.findIndex((row) => JSON.stringify(row.fields['creative_info']) === key);
    const [kept] = index === -1 ? [] : left.splice(index, 1);
    if (kept) Object.assign(kept, { name: ad.name, fields: fieldsOf(ad, creative) });
    else addCreative(call, ad, creative);
  }
  for (const gone of left) Object.assign(gone, { operationStatus: 'DELETE', modifiedAt: call.now });
}

function addCreative(call: AdvertiserCall, ad: SmartPlusAd, creative: Creative): void {
  const { world, state, tables, advertiser, now } = call;
  const row: Ad = tables.ads.add({
    id: state.ids.next(now),
    materialId: state.ids.next(now),
    smartPlusAdId: ad.id,
    advertiserId: advertiser.id,
    campaignId: ad.campaignId,
    adgroupId: ad.adgroupId,
    name: ad.name,
    operationStatus: 'ENABLE',
    review: 'audit',
    rejectReason: '',
    reviewEndsAt: null,
    delivery: [],
    seedName: `${advertiser.seedName}/ad/${tables.ads.countOf(advertiser.id)}`,
    createdAt: now,
    modifiedAt: now,
    fields: fieldsOf(ad, creative),
  });
  ad.creativeIds.push(row.id);
  startReview(world, row, true);
}

/** The fields that the older endpoints show of a creative: its own, and the first of each list of its ad. */
function fieldsOf({ fields }: SmartPlusAd, creative: Creative): JsonObject {
  const isPull = creative.fields['tiktok_item_id'] !== undefined;
  return {
    ...(isPull ? {} : firstOf(fields, 'ad_text_list')),
    ...firstOf(fields, 'call_to_action_list'),
    ...firstOf(fields, 'landing_page_url_list'),
    ...firstOf(fields, 'page_list'),
    ...firstOf(fields, 'deeplink_list'),
    ...storedObject(fields, 'ad_configuration'),
    ...creative.fields,
    creative_info: creative.info,
  };
}

function firstOf(fields: JsonObject, key: string): JsonObject {
  const list = fields[key];
  return Array.isArray(list) ? ((list[0] as JsonObject | undefined) ?? {}) : {};
}
