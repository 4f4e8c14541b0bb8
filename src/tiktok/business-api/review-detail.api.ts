import { Injectable } from '@nestjs/common';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import type { AdFamily } from './ad-object.endpoints.js';
import { BusinessClient } from './business-client.js';
import { rejectionOf, reviewOf, type ReviewDetail, type WireReview } from './review-detail.js';

interface SmartPlusReviews {
  smart_plus_ad_review_infos?: WireReview[] | null;
  material_review_infos?: WireReview[] | null;
}
interface AdGroupReviews {
  ad_group_review_map?: Record<string, WireReview> | null;
  ad_review_map?: Record<string, Record<string, WireReview> | null> | null;
}

/** The review of one object with everything that TikTok says of it. Source: corrections §3, “Review detail”. */
@Injectable()
export class ReviewDetailApi {
  constructor(private readonly client: BusinessClient) {}

  /** @returns undefined if TikTok says nothing of the ad */
  async ofAd(caller: AdCaller, family: AdFamily, id: string): Promise<ReviewDetail | undefined> {
    return family === 'us_plus' ? await this.ofSmartPlusAd(caller, id) : await this.ofManualAd(caller, id);
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

  private async ofManualAd(caller: AdCaller, id: string): Promise<ReviewDetail | undefined> {
    const query = { advertiser_id: caller.advertiserId, ad_ids: [id] };
    const data = await this.client.get<{ ad_review_map?: Record<string, WireReview> | null }>(
      advertiserCaller(caller),
      '/ad/review_info/',
      query,
    );
    const ad = data.ad_review_map?.[id];
    return ad && reviewOf(ad);
  }

  /** TikTok reviews each material; what it says of the ad repeats their reasons. */
  private async ofSmartPlusAd(caller: AdCaller, id: string): Promise<ReviewDetail | undefined> {
    const data = await this.client.get<SmartPlusReviews>(
      advertiserCaller(caller),
      '/smart_plus/ad/review_info/',
      {
        advertiser_id: caller.advertiserId,
        smart_plus_ad_ids: [id],
        extra_info_setting: { include_reject_info: true },
      },
    );
    const ad = data.smart_plus_ad_review_infos?.find((one) => one.smart_plus_ad_id === id);
    if (!ad) return undefined;
    const review = reviewOf(ad);
    const ofMaterials = (data.material_review_infos ?? []).flatMap(
      ({ ad_material_id: materialId = null, reject_info: infos }) =>
        (infos ?? []).map((info) => rejectionOf(info, { materialId })),
    );
    return ofMaterials.length > 0 ? { ...review, rejections: ofMaterials } : review;
  }
}
