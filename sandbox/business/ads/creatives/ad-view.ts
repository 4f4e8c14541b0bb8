import { bareNumber } from '../../../exact-json.js';
import { identityView } from '../../advertisers/identity.endpoints.js';
import { findIdentity } from '../../advertisers/identity-list.js';
import type { JsonObject } from '../../../open-api/api-call.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { timeText } from '../../wire/time-text.js';
import type { Ad } from '../ad-objects.js';
import { adStatus } from '../object-status.js';
import { UNSET_CREATIVE } from './creative-fields.js';

/** An ad as create and update answer it. Source: business reference §5. */
export function adView(call: AdvertiserCall, ad: Ad): JsonObject {
  const { tables, world } = call;
  const identity = findIdentity(world, ad.advertiserId, String(ad.fields['identity_id']));
  const shown = identity ? (identityView(call, identity) as JsonObject) : {};
  return {
    ...UNSET_CREATIVE,
    ...ad.fields,
    tracking_pixel_id: bareNumber(String(ad.fields['tracking_pixel_id'] ?? 0)),
    ad_id: ad.id,
    ad_name: ad.name,
    advertiser_id: ad.advertiserId,
    campaign_id: ad.campaignId,
    campaign_name: tables.campaigns.get(ad.campaignId)?.name ?? '',
    adgroup_id: ad.adgroupId,
    adgroup_name: tables.adgroups.get(ad.adgroupId)?.name ?? '',
    display_name: shown['display_name'] ?? null,
    profile_image_url: shown['profile_image_url'] ?? null,
    avatar_icon_web_uri: identity?.imageUri ?? null,
    operation_status: ad.operationStatus,
    create_time: timeText(ad.createdAt),
    modify_time: timeText(ad.modifiedAt),
  };
}

/** An ad as `/ad/get/` lists it. */
export function listedAdView(call: AdvertiserCall, ad: Ad): JsonObject {
  return { ...adView(call, ad), secondary_status: adStatus(call.state, ad, call.now) };
}
