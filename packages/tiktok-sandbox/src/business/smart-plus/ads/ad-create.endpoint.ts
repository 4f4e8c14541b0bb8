import { refreshDelivery } from '../../ads/delivery.js';
import { CREATED_STATUSES } from '../../ads/enums.js';
import { checkText, NAME_MAX } from '../../ads/text-rules.js';
import { invalidParam, missing } from '../../wire/business-error.js';
import { requireSmartPlusAdGroup } from '../adgroups/require-adgroup.js';
import { smartPlusWrite } from '../smart-plus-write.js';
import { readContent } from './ad-content.js';
import { smartPlusAdView } from './ad-view.js';
import { setCreatives } from './creative-rows.js';

const MAX_ADS = 30;

/** There is no idempotency key at this level; a `request_id` is dropped. Source: cookbook §2. */
export const smartPlusAdCreate = smartPlusWrite('/ad/create/', (call) => {
  const { params, world, state, tables, advertiser, now } = call;
  const sent = params.text('ad_name');
  if (sent === undefined) throw missing('ad_name');
  const operationStatus = params.oneOf('operation_status', CREATED_STATUSES) ?? 'ENABLE';
  const group = requireSmartPlusAdGroup(call, params.requireText('adgroup_id'));
  const { creatives, fields } = readContent(call, group);
  const siblings = tables.smartPlusAds
    .of(advertiser.id)
    .filter((ad) => ad.adgroupId === group.id && ad.operationStatus !== 'DELETE');
  if (siblings.length >= MAX_ADS)
    throw invalidParam(`adgroup_id: An ad group has at most ${MAX_ADS} Upgraded Smart+ Ads.`);
  const id = state.ids.next(now);
  const ad = tables.smartPlusAds.add({
    id,
    advertiserId: advertiser.id,
    campaignId: group.campaignId,
    adgroupId: group.id,
    name: checkText('ad_name', sent, NAME_MAX) || id,
    operationStatus,
    createdAt: now,
    modifiedAt: now,
    lastWriteAt: now,
    appealedAt: null,
    creativeIds: [],
    fields,
  });
  setCreatives(call, ad, creatives);
  refreshDelivery(world, advertiser.id);
  return smartPlusAdView(call, ad);
});
