import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import { callerOf, type AdAccountRef } from '../../../integrations/index.js';
import { rejectedPlaces, rejectionTexts, ReviewDetailApi, type AdFamily } from '../../../tiktok/index.js';
import { LaunchRejections } from '../../launches/launch-rejections.js';
import { accountTitle } from '../account-title.js';
import type { CheckedAccount, Finding, KnownFinding } from '../finding.js';
import { HealthCheck, type HealthNotice } from '../health-check.js';
import { listed, named, spread } from '../listed.js';
import { placeText } from '../places.js';
import { ServedAds, type CheckedAd } from '../served-ads.js';
import { reviewVerdict } from '../../objects/secondary-status.js';

const FIX = 'Change what the reasons name and submit the ad again, or appeal once in TikTok Ads Manager.';
const NO_REASON = 'TikTok gave no reason.';
/** Each check asks for a reason that is missing, for this long. */
const ASKED_FOR_SECONDS = 14 * 86_400;
/** Rejections of the whole account and ends of objects have findings of their own, or are none. */
const NOT_OF_THE_AD = /ADVERTISER|_DELETE$/;

type RejectedAd = Pick<CheckedAd, 'id' | 'family'>;

interface Reason {
  id: string;
  reasons: string[];
  /** With where it holds. */
  text: string;
}

/** Finds ads that TikTok has rejected, with the reason and where. */
@Injectable()
export class RejectedCheck extends HealthCheck {
  readonly topic = 'rejected';

  constructor(
    private readonly ads: ServedAds,
    private readonly reviews: ReviewDetailApi,
    private readonly launches: LaunchRejections,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find({ account, known }: CheckedAccount): Promise<Finding[]> {
    const { accountId } = account;
    const oldest = this.clock.inSeconds(-ASKED_FOR_SECONDS);
    const rejected = (await this.ads.rejected(accountId)).filter(isRejected);
    const open = rejected.filter(({ id }) => isOpen(known.get(id), oldest));
    const waiting = await this.launches.withoutReason(accountId, oldest);
    const reasons = await this.reasons(account, uniqueById([...open, ...waiting]));
    await this.launches.addReasons(
      accountId,
      waiting.flatMap(({ id }) => reasons.get(id) ?? []),
    );
    return rejected.map(({ id: objectId, name, campaignId }) => {
      const reason = reasons.get(objectId)?.text;
      if (reason === undefined && known.has(objectId)) return { objectId, name, campaignId };
      return { objectId, name, campaignId, reason: reason ?? NO_REASON, fix: FIX };
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

  private async reasons(account: AdAccountRef, ads: readonly RejectedAd[]): Promise<Map<string, Reason>> {
    const found = new Map<string, Reason>();
    for (const family of ['us_plus', 'manual'] satisfies AdFamily[]) {
      const ids = ads.filter((one) => one.family === family).map(({ id }) => id);
      if (ids.length === 0) continue;
      for (const [id, review] of await this.reviews.ofAds(callerOf(account), family, ids)) {
        const reasons = [...new Set(rejectionTexts(review))];
        const where = rejectedPlaces(review).map(placeText);
        const places = where.length > 0 ? ` (in: ${where.join(', ')})` : '';
        if (reasons.length > 0) found.set(id, { id, reasons, text: `${reasons.join(' ')}${places}` });
      }
    }
    return found;
  }
}

/** A rejection does not change, but its reason may come later. */
function isOpen(known: KnownFinding | undefined, oldest: Date): boolean {
  return known === undefined || (known.reason === NO_REASON && known.since > oldest);
}

function uniqueById(ads: readonly RejectedAd[]): RejectedAd[] {
  return [...new Map(ads.map((one) => [one.id, one])).values()];
}

export function isRejected({ secondaryStatus }: Pick<CheckedAd, 'secondaryStatus'>): boolean {
  return reviewVerdict(secondaryStatus) === 'rejected' && !NOT_OF_THE_AD.test(secondaryStatus ?? '');
}
