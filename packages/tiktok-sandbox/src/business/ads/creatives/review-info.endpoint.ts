import type { JsonObject } from '../../store/json-object.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import type { Ad } from '../ad-objects.js';

const MAX_IDS = 100;
const MAX_GROUPS = 20;

/** Why ads were refused (shape by third parties). */
export const adReviewInfo = advertiserEndpoint({
  method: 'GET',
  path: '/ad/review_info/',
  handle({ params, tables, advertiser }) {
    const ids = params.requireTexts('ad_ids', { max: MAX_IDS });
    const ads = ids.flatMap((id) => tables.ads.getOf(advertiser.id, id) ?? []);
    return { ad_review_map: byId(ads) };
  },
});

/** Why the ads of ad groups were refused. Source: corrections §3. */
export const adGroupReviewInfo = advertiserEndpoint({
  method: 'GET',
  path: '/adgroup/review_info/',
  handle({ params, tables, advertiser }) {
    const ids = params.requireTexts('adgroup_ids', { max: MAX_GROUPS });
    const groups = ids.flatMap((id) => tables.adgroups.getOf(advertiser.id, id) ?? []);
    const ads = tables.ads.of(advertiser.id).filter((ad) => ad.operationStatus !== 'DELETE');
    const adsOf = new Map(
      groups.map(({ id }) => [
        id,
        ads.filter(({ adgroupId, smartPlusAdId }) => adgroupId === id && !smartPlusAdId),
      ]),
    );
    return {
      ad_group_review_map: Object.fromEntries([...adsOf].map(([id, own]) => [id, groupView(id, own)])),
      ad_review_map: Object.fromEntries([...adsOf].map(([id, own]) => [id, byId(own)])),
    };
  },
});

function byId(ads: readonly Ad[]): JsonObject {
  return Object.fromEntries(ads.map((ad) => [ad.id, adView(ad)]));
}

function adView(ad: Ad): JsonObject {
  const isApproved = ad.review === 'approved';
  return {
    ad_id: ad.id,
    is_approved: isApproved,
    review_status: isApproved ? 'ALL_AVAILABLE' : 'UNAVAILABLE',
    ...NOTHING_FORBIDDEN,
    reject_info: ad.rejectReason === '' ? [] : [rejectInfo(ad)],
  };
}

/** TikTok spells the last field both ways. */
function groupView(id: string, ads: readonly Ad[]): JsonObject {
  const approved = ads.filter(({ review }) => review === 'approved').length;
  const rejected = ads.filter(({ rejectReason }) => rejectReason !== '');
  const someStatus = approved > 0 && approved < ads.length ? 'PART_AVAILABLE' : 'UNAVAILABLE';
  return {
    adgroup_id: id,
    is_approved: ads.length > 0 && approved === ads.length,
    review_status: ads.length > 0 && approved === ads.length ? 'ALL_AVAILABLE' : someStatus,
    appeal_status: 'NOT_APPEALED',
    contains_rejected_ads: rejected.length > 0,
    contain_rejected_ads: rejected.length > 0,
    ...NOTHING_FORBIDDEN,
    reject_info: [],
  };
}

const NOTHING_FORBIDDEN = {
  forbidden_placements: [],
  forbidden_ages: [],
  forbidden_locations: [],
  forbidden_operation_systems: [],
};

const CONTENT: Readonly<Record<string, string>> = {
  SINGLE_IMAGE: 'MODE_IMAGE',
  CAROUSEL_ADS: 'MODE_CAROUSEL_MUSIC',
};

function rejectInfo({ rejectReason, fields }: Ad): JsonObject {
  return {
    suggestion: '',
    reasons: [rejectReason],
    ...NOTHING_FORBIDDEN,
    content_info: { content_type: CONTENT[String(fields['ad_format'])] ?? 'MODE_VIDEO' },
  };
}
