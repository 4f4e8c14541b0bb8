import type { AdvertiserCall } from '../../wire/business-call.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import type { Params } from '../../wire/params.js';
import type { Ad, AdGroup } from '../ad-objects.js';
import { requireAdGroup } from '../adgroups/require-adgroup.js';
import { furtherFields } from '../creation-rules.js';
import { checkManualCreate } from '../manual-sunset.js';
import { startReview } from '../review.js';
import { adView } from './ad-view.js';
import { OWN_AD_FIELDS } from './creative-fields.js';
import { checkCreative } from './creative-rules.js';
import { checkPlaceOf, objectiveOf } from './place-rules.js';

const MAX_CREATIVES = 20;

/** All or nothing; each ad goes to review. */
export const adCreate = advertiserEndpoint({
  method: 'POST',
  path: '/ad/create/',
  handle(call) {
    const adgroupId = call.params.requireText('adgroup_id');
    const creatives = call.params.requireObjects('creatives', { max: MAX_CREATIVES });
    for (const creative of creatives) checkCreative(call, creative);
    const group = requireAdGroup(call, adgroupId);
    checkManualCreate(call, objectiveOf(call, group), 'below');
    for (const creative of creatives) checkPlaceOf(call, group, creative);
    const ads = creatives.map((creative) => create(call, group, creative));
    return {
      ad_ids: ads.map(({ id }) => id),
      need_audit: false,
      creatives: ads.map((ad) => adView(call, ad)),
    };
  },
});

function create(call: AdvertiserCall, group: AdGroup, creative: Params): Ad {
  const { world, state, tables, advertiser, now } = call;
  const id = state.ids.next(now);
  const ad = tables.ads.add({
    id,
    advertiserId: advertiser.id,
    campaignId: group.campaignId,
    adgroupId: group.id,
    name: creative.text('ad_name') || id,
    operationStatus: creative.text('operation_status') === 'DISABLE' ? 'DISABLE' : 'ENABLE',
    review: 'audit',
    rejectReason: '',
    reviewEndsAt: null,
    delivery: [],
    seedName: `${advertiser.seedName}/ad/${tables.ads.countOf(advertiser.id)}`,
    createdAt: now,
    modifiedAt: now,
    fields: furtherFields(creative, OWN_AD_FIELDS),
  });
  startReview(world, ad, true);
  return ad;
}
