import { Injectable } from '@nestjs/common';
import { inBatches } from '../../common/index.js';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import type { AdFamily } from './ad-object.endpoints.js';
import { BusinessClient } from './business-client.js';
import { rejectionOf, reviewOf, type ReviewDetail, type WireReview } from './review-detail.js';

interface SmartPlusReviews {
  smart_plus_ad_review_infos?: WireReview[] | null;
  material_review_infos?: WireReview[] | null;
}
interface AdReviews {
  ad_review_map?: Record<string, WireReview> | null;
}
interface AdGroupReviews {
  ad_group_review_map?: Record<string, WireReview> | null;
  ad_review_map?: Record<string, Record<string, WireReview> | null> | null;
}

// The smaller of both families' limits.
const MAX_IDS = 20;

/** TikTok's reviews with everything that it says. Source: corrections §3, “Review detail”. */
@Injectable()
export class ReviewDetailApi {
  constructor(private readonly client: BusinessClient) {}

  /** @returns the review of each ad; ads of which TikTok says nothing are absent */
  async ofAds(
    caller: AdCaller,
    family: AdFamily,
    ids: readonly string[],
  ): Promise<Map<string, ReviewDetail>> {
    const found = new Map<string, ReviewDetail>();
    for (const batch of inBatches(ids, MAX_IDS))
      for (const [id, row] of await this.rows(caller, family, batch)) found.set(id, reviewOf(row));
    return found;
  }

  /** TikTok reviews each material of an Upgraded Smart+ ad. @returns undefined if TikTok says nothing of the ad */
  async ofAd(caller: AdCaller, family: AdFamily, id: string): Promise<ReviewDetail | undefined> {
    if (family === 'manual') return (await this.ofAds(caller, family, [id])).get(id);
    const { smart_plus_ad_review_infos: ads, material_review_infos: materials } = await this.smartPlus(
      caller,
      [id],
    );
    const ad = ads?.find((one) => one.smart_plus_ad_id === id);
    if (!ad) return undefined;
    const review = reviewOf(ad);
    const ofMaterials = (materials ?? []).flatMap(
      ({ ad_material_id: materialId = null, reject_info: infos }) =>
        (infos ?? []).map((info) => rejectionOf(info, { materialId })),
    );
    // What TikTok says of the ad repeats their reasons.
    return ofMaterials.length > 0 ? { ...review, rejections: ofMaterials } : review;
  }

  /** Reads the review of a manual ad group, with the rejections of its ads. Upgraded Smart+ has no such call. */
  async ofAdGroup(caller: AdCaller, id: string): Promise<ReviewDetail | undefined> {
    const query = { advertiser_id: caller.advertiserId, adgroup_ids: [id] };
    const data = await this.client.get<AdGroupReviews>(
      advertiserCaller(caller),
      '/adgroup/review_info/',
      query,
    );
    const group = data.ad_group_review_map?.[id];
    if (!group) return undefined;
    const review = reviewOf(group);
    const ofAds = Object.entries(data.ad_review_map?.[id] ?? {}).flatMap(([adId, ad]) =>
      (ad.reject_info ?? []).map((info) => rejectionOf(info, { adId })),
    );
    return { ...review, rejections: [...review.rejections, ...ofAds] };
  }

  private async rows(
    caller: AdCaller,
    family: AdFamily,
    ids: readonly string[],
  ): Promise<[string, WireReview][]> {
    if (family === 'us_plus') {
      const { smart_plus_ad_review_infos: ads } = await this.smartPlus(caller, ids);
      return (ads ?? []).map((row) => [row.smart_plus_ad_id ?? '', row]);
    }
    const query = { advertiser_id: caller.advertiserId, ad_ids: ids };
    const data = await this.client.get<AdReviews>(advertiserCaller(caller), '/ad/review_info/', query);
    return Object.entries(data.ad_review_map ?? {});
  }

  private smartPlus(caller: AdCaller, ids: readonly string[]): Promise<SmartPlusReviews> {
    return this.client.get<SmartPlusReviews>(advertiserCaller(caller), '/smart_plus/ad/review_info/', {
      advertiser_id: caller.advertiserId,
      smart_plus_ad_ids: ids,
      extra_info_setting: { include_reject_info: true },
    });
  }
}
