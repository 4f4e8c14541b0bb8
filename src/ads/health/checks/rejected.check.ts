import { Injectable } from '@nestjs/common';
import { callerOf, type AdAccountRef } from '../../../integrations/index.js';
import { rejectedPlaces, rejectionTexts, ReviewDetailApi, type AdFamily } from '../../../tiktok/index.js';
import { accountTitle } from '../account-title.js';
import type { CheckedAccount, Finding } from '../finding.js';
import { HealthCheck, type HealthNotice } from '../health-check.js';
import { listed, named, spread } from '../listed.js';
import { placeText } from '../places.js';
import { ServedAds, type CheckedAd } from '../served-ads.js';
import { reviewVerdict } from '../../objects/secondary-status.js';

const FIX = 'Change what the reasons name and submit the ad again, or appeal once in TikTok Ads Manager.';
/** Rejections of the whole account and ends of objects have findings of their own, or are none. */
const NOT_OF_THE_AD = /ADVERTISER|_DELETE$/;

/** Finds ads that TikTok has rejected, with the reason and where. */
@Injectable()
export class RejectedCheck extends HealthCheck {
  readonly topic = 'rejected';

  constructor(
    private readonly ads: ServedAds,
    private readonly reviews: ReviewDetailApi,
  ) {
    super();
  }

  async find({ account, known }: CheckedAccount): Promise<Finding[]> {
    const rejected = (await this.ads.rejected(account.accountId)).filter(isRejected);
    const reasons = await this.reasons(
      account,
      rejected.filter(({ id }) => !known.has(id)),
    );
    return rejected.map(({ id: objectId, name, campaignId }) => {
      if (known.has(objectId)) return { objectId, name, campaignId };
      return {
        objectId,
        name,
        campaignId,
        reason: reasons.get(objectId) ?? 'TikTok gave no reason.',
        fix: FIX,
      };
    });
  }

  notice(account: AdAccountRef, fresh: readonly Finding[]): HealthNotice {
    const count = fresh.length;
    const lines = fresh.map(({ name, objectId, reason }) => `${named(name, objectId)}: ${reason}`);
    return {
      kind: 'ad_rejected',
      severity: 'warning',
      title: accountTitle(account, count === 1 ? 'TikTok rejected an ad' : `TikTok rejected ${count} ads`),
      detail: `${listed(lines, spread(fresh))} Rejected ads do not run. ${FIX}`,
    };
  }

  over(account: AdAccountRef): string {
    return accountTitle(account, 'no longer rejected');
  }

  /** Only for new ones, because a rejection does not change. */
  private async reasons(account: AdAccountRef, ads: readonly CheckedAd[]): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    for (const family of ['us_plus', 'manual'] satisfies AdFamily[]) {
      const ids = ads.filter((one) => one.family === family).map(({ id }) => id);
      if (ids.length === 0) continue;
      for (const [id, review] of await this.reviews.ofAds(callerOf(account), family, ids)) {
        const reasons = [...new Set(rejectionTexts(review))];
        const where = rejectedPlaces(review).map(placeText);
        const places = where.length > 0 ? ` (in: ${where.join(', ')})` : '';
        if (reasons.length > 0) texts.set(id, `${reasons.join(' ')}${places}`);
      }
    }
    return texts;
  }
}

export function isRejected({ secondaryStatus }: Pick<CheckedAd, 'secondaryStatus'>): boolean {
  return reviewVerdict(secondaryStatus) === 'rejected' && !NOT_OF_THE_AD.test(secondaryStatus ?? '');
}
