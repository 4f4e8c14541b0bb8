import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam, notFound } from '../../wire/business-error.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import { Params } from '../../wire/params.js';
import type { Ad, AdGroup } from '../ad-objects.js';
import { requireAdGroup } from '../adgroups/require-adgroup.js';
import { furtherFields } from '../creation-rules.js';
import { refreshDelivery } from '../delivery.js';
import { startReview } from '../review.js';
import { adView } from './ad-view.js';
import { OWN_AD_FIELDS, PATCHABLE } from './creative-fields.js';
import { checkCreative } from './creative-rules.js';
import { checkPlaceOf } from './place-rules.js';

const MAX_CREATIVES = 20;

/** Fields whose change needs no new review. */
const IMMATERIAL = new Set(['impression_tracking_url', 'click_tracking_url', 'video_view_tracking_url']);

/**
 * Replaces creatives in full, or with `patch_update` a few of their fields. A material change sends the ad to
 * review again. Ads of the group that are not named stay as they are.
 */
export const adUpdate = advertiserEndpoint({
  method: 'POST',
  path: '/ad/update/',
  handle(call) {
    const { params } = call;
    const group = requireAdGroup(call, params.requireText('adgroup_id'));
    const isPatch = params.flag('patch_update') ?? false;
    const changes = params
      .requireObjects('creatives', { max: MAX_CREATIVES })
      .map((creative) => prepare(call, group, creative, isPatch));
    for (const change of changes) apply(call, change);
    return {
      ad_ids: changes.map(({ ad }) => ad.id),
      need_audit: changes.some(({ isMaterial }) => isMaterial),
      creatives: changes.map(({ ad }) => adView(call, ad)),
    };
  },
});

interface Change {
  readonly ad: Ad;
  readonly name: string;
  readonly fields: Ad['fields'];
  readonly isMaterial: boolean;
}

function prepare(call: AdvertiserCall, group: AdGroup, creative: Params, isPatch: boolean): Change {
  const id = creative.requireText('ad_id');
  const ad = call.tables.ads.getOf(call.advertiser.id, id);
  if (!ad || ad.adgroupId !== group.id || ad.operationStatus === 'DELETE')
    throw notFound(`Ad ${id} does not exist.`);
  if (isPatch) requirePatchable(creative);
  const whole = isPatch
    ? new Params({ ...ad.fields, ad_name: ad.name, ...creative.values }, false)
    : creative;
  checkCreative(call, whole);
  checkPlaceOf(call, group, whole);
  const fields = furtherFields(whole, OWN_AD_FIELDS);
  const names = new Set([...Object.keys(fields), ...Object.keys(ad.fields)]);
  const isMaterial = [...names].some(
    (name) => !IMMATERIAL.has(name) && JSON.stringify(fields[name]) !== JSON.stringify(ad.fields[name]),
  );
  return { ad, name: whole.text('ad_name') || ad.id, fields, isMaterial };
}

function requirePatchable(creative: Params): void {
  const other = Object.keys(creative.values).find((key) => !PATCHABLE.includes(key));
  if (other !== undefined) throw invalidParam(`${other}: Cannot be updated with patch_update.`);
}

function apply(call: AdvertiserCall, { ad, name, fields, isMaterial }: Change): void {
  Object.assign(ad, { name, fields, modifiedAt: call.now });
  if (isMaterial) startReview(call.world, ad, false);
  refreshDelivery(call.world, ad.advertiserId);
}
