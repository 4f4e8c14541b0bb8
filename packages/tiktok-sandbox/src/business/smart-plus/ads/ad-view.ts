import type { Ad, SmartPlusAd } from '../../ads/ad-objects.js';
import { creativesOf, smartPlusAdStatus } from '../../ads/object-status.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { timeText } from '../../wire/time-text.js';
import type { JsonObject } from '../../store/json-object.js';

/** An ad as the endpoints of Upgraded Smart+ answer it; lists that were not sent are left out. */
export function smartPlusAdView({ state, tables, now }: AdvertiserCall, ad: SmartPlusAd): JsonObject {
  return {
    advertiser_id: ad.advertiserId,
    campaign_id: ad.campaignId,
    campaign_name: tables.campaigns.get(ad.campaignId)?.name ?? '',
    adgroup_id: ad.adgroupId,
    adgroup_name: tables.adgroups.get(ad.adgroupId)?.name ?? '',
    smart_plus_ad_id: ad.id,
    ad_name: ad.name,
    creative_list: creativesOf(state, ad).map(creativeView),
    ...ad.fields,
    operation_status: ad.operationStatus,
    secondary_status: smartPlusAdStatus(state, ad, now),
    create_time: timeText(ad.createdAt),
    modify_time: timeText(ad.modifiedAt),
  };
}

function creativeView({ materialId, operationStatus, fields }: Ad): JsonObject {
  return {
    ad_material_id: materialId,
    material_operation_status: operationStatus,
    creative_info: fields['creative_info'],
  };
}
