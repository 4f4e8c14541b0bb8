import { bareNumber } from '../../../exact-json.js';
import { findIdentity } from '../../advertisers/identity-list.js';
import { identityImage } from '../../advertisers/identity-view.js';
import type { JsonObject } from '../../../open-api/api-call.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { timeText } from '../../wire/time-text.js';
import type { Ad, SmartPlusAd } from '../ad-objects.js';
import { adStatus, creativesOf, smartPlusAdStatus } from '../object-status.js';
import { setFields } from '../set-fields.js';
import { AD_FIELDS, SHOPPING_ONLY, SPARK_ONLY, UNSET_CREATIVE } from './creative-fields.js';

/** An ad as create and update answer it; keys that do not apply are left out. Source: business reference §5. */
export function adView(call: AdvertiserCall, ad: Ad): JsonObject {
  const { tables, world } = call;
  const identity = findIdentity(world, ad.advertiserId, String(ad.fields['identity_id']));
  const group = tables.adgroups.get(ad.adgroupId);
  const sent = setFields(ad.fields, AD_FIELDS);
  return {
    ...UNSET_CREATIVE,
    ...(sent['tiktok_item_id'] === undefined ? {} : SPARK_ONLY),
    ...(group?.fields['shopping_ads_type'] ? SHOPPING_ONLY : {}),
    ...sent,
    tracking_pixel_id: bareNumber(String(ad.fields['tracking_pixel_id'] ?? 0)),
    ad_id: ad.id,
    ad_name: ad.name,
    advertiser_id: ad.advertiserId,
    campaign_id: ad.campaignId,
    campaign_name: tables.campaigns.get(ad.campaignId)?.name ?? '',
    adgroup_id: ad.adgroupId,
    adgroup_name: group?.name ?? '',
    display_name: identity?.displayName ?? '',
    profile_image_url: (identity && identityImage(call, identity)) ?? '',
    avatar_icon_web_uri: identity?.imageUri ?? '',
    operation_status: ad.operationStatus,
    create_time: timeText(ad.createdAt),
    modify_time: timeText(ad.modifiedAt),
  };
}

/** An ad as `/ad/get/` lists it; of Upgraded Smart+, a creative. Source: corrections §2d. */
export function listedAdView(call: AdvertiserCall, ad: Ad): JsonObject {
  return {
    ...adView(call, ad),
    ...(ad.smartPlusAdId === undefined
      ? {}
      : {
          smart_plus_ad_id: ad.smartPlusAdId,
          campaign_automation_type: 'UPGRADED_SMART_PLUS_CREATIVE',
        }),
    secondary_status: adStatus(call.state, ad, call.now),
  };
}

/** An Upgraded Smart+ ad as a whole among other ads, with the fields of its first creative. */
export function wholeAdView(call: AdvertiserCall, ad: SmartPlusAd): JsonObject {
  const [creative] = creativesOf(call.state, ad);
  const { id, name, operationStatus, createdAt, modifiedAt } = ad;
  return {
    ...(creative
      ? adView(call, { ...creative, id, name, operationStatus, createdAt, modifiedAt })
      : {
          ...UNSET_CREATIVE,
          ad_id: id,
          ad_name: name,
          campaign_id: ad.campaignId,
          adgroup_id: ad.adgroupId,
        }),
    smart_plus_ad_id: id,
    campaign_automation_type: 'UPGRADED_SMART_PLUS',
    secondary_status: smartPlusAdStatus(call.state, ad, call.now),
  };
}
