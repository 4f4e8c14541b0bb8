import { creativesOf } from '../../ads/object-status.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import { adReviewView, materialReviewView, readReviewDetail } from './review-view.js';

const MAX_IDS = 100;

/** The only way to learn how a review ended. Ids that are unknown are left out. Source: corrections §3. */
export const smartPlusAdReviewInfo = advertiserEndpoint({
  method: 'GET',
  path: '/smart_plus/ad/review_info/',
  handle(call) {
    const { params, state, tables, advertiser } = call;
    const ids = params.requireTexts('smart_plus_ad_ids', { max: MAX_IDS });
    const detail = readReviewDetail(params);
    const ads = ids.flatMap((id) => tables.smartPlusAds.getOf(advertiser.id, id) ?? []);
    return {
      smart_plus_ad_review_infos: ads.map((ad) => adReviewView(call, ad, detail)),
      material_review_infos: ads
        .flatMap((ad) => creativesOf(state, ad))
        .map((creative) => materialReviewView(call, creative, detail)),
    };
  },
});

export const smartPlusMaterialReviewInfo = advertiserEndpoint({
  method: 'GET',
  path: '/smart_plus/material/review_info/',
  handle(call) {
    const { params, tables, advertiser } = call;
    const ids = params.requireTexts('ad_material_ids', { max: MAX_IDS });
    const detail = readReviewDetail(params);
    const creatives = tables.ads
      .of(advertiser.id)
      .filter(({ materialId }) => materialId !== undefined && ids.includes(materialId));
    return {
      material_review_infos: creatives.map((creative) => materialReviewView(call, creative, detail)),
    };
  },
});
