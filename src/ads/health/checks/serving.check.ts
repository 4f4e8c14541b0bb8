import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import type { AdAccountRef } from '../../../integrations/index.js';
import { accountTitle } from '../account-title.js';
import type { CheckedAccount, Finding } from '../finding.js';
import { HealthCheck, type HealthNotice } from '../health-check.js';
import { listed, named, spread } from '../listed.js';
import { RecentFigures } from '../recent-figures.js';
import { ServedAds, type CheckedAd } from '../served-ads.js';
import { explainStatus, reviewVerdict } from '../../objects/secondary-status.js';

const DAY_SECONDS = 86_400;
const DELIVERING = /_DELIVERY_OK$/;
const NEVER_SHOWN: Pick<Finding, 'reason' | 'fix'> = {
  reason: 'TikTok calls it delivering, but has not shown it to anyone.',
  fix: 'Raise the bid or the budget, or widen the targeting.',
};
/** They have findings of their own, or an end that was planned. */
const KNOWN_OTHERWISE = /ADVERTISER|_DELETE$|_DONE$|_NOT_START$|PUNISH|CONTRACT_PENDING/;

/** Finds enabled ads without an impression for a day. */
@Injectable()
export class ServingCheck extends HealthCheck {
  readonly topic = 'not_serving';

  constructor(
    private readonly ads: ServedAds,
    private readonly figures: RecentFigures,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find({ account }: CheckedAccount): Promise<Finding[] | undefined> {
    const now = this.clock.now();
    const since = this.clock.inSeconds(-DAY_SECONDS);
    const wanted = (await this.ads.shouldServe(account.accountId, since, now)).filter(isApproved);
    if (wanted.length === 0) return [];
    const shown = await this.figures.shownAds(account);
    return shown && wanted.filter(({ id }) => !shown.has(id)).map(toFinding);
  }

  notice(account: AdAccountRef, fresh: readonly Finding[]): HealthNotice {
    const count = fresh.length;
    const lines = fresh.map(
      ({ name, objectId, reason, fix }) =>
        `${named(name, objectId)}: ${[reason, fix].filter(Boolean).join(' ')}`,
    );
    return {
      kind: 'ad_not_serving',
      severity: 'warning',
      title: accountTitle(
        account,
        count === 1 ? 'an enabled ad is not shown' : `${count} enabled ads are not shown`,
      ),
      detail: `Not a single impression for a day. ${listed(lines, spread(fresh))}`,
    };
  }

  over(account: AdAccountRef): string {
    return accountTitle(account, 'ads are shown again, or paused');
  }
}

function isApproved({ secondaryStatus }: CheckedAd): boolean {
  return reviewVerdict(secondaryStatus) === 'approved' && !KNOWN_OTHERWISE.test(secondaryStatus ?? '');
}

function toFinding({ id, name, campaignId, secondaryStatus }: CheckedAd): Finding {
  const explained = explainStatus(secondaryStatus);
  const isDelivering = explained === null || DELIVERING.test(secondaryStatus ?? '');
  const why = isDelivering ? NEVER_SHOWN : { reason: explained.message, fix: explained.fix };
  return { objectId: id, name, campaignId, ...why };
}
