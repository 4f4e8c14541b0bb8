import { advertiserEndpoint } from '../../wire/endpoint.js';

const MAX_IDS = 100;

/** Why ads were refused (shape by third parties). */
export const adReviewInfo = advertiserEndpoint({
  method: 'GET',
  path: '/ad/review_info/',
  handle({ params, tables, advertiser }) {
    const ids = params.requireTexts('ad_ids', { max: MAX_IDS });
    const views = ids.flatMap((id) => {
      const ad = tables.ads.getOf(advertiser.id, id);
      if (!ad) return [];
      const reject_info = ad.rejectReason === '' ? [] : [{ suggestion: '', reasons: [ad.rejectReason] }];
      return [
        [
          id,
          {
            ad_id: id,
            is_approved: ad.review === 'approved',
            review_status: ad.review === 'approved' ? 'ALL_AVAILABLE' : 'UNAVAILABLE',
            forbidden_placements: [],
            forbidden_ages: [],
            forbidden_locations: [],
            forbidden_operation_systems: [],
            reject_info,
          },
        ],
      ];
    });
    return { ad_review_map: Object.fromEntries(views) as Record<string, unknown> };
  },
});
