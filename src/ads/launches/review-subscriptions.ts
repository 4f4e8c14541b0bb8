import { Injectable, Logger } from '@nestjs/common';
import { messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { ADS_WEBHOOK_PATH, SubscriptionApi, type Subscription } from '../../tiktok/index.js';
import type { LaunchContext } from './launch-context.js';

/**
 * Asks TikTok to report the reviews of a manual launch, so that the launch need not wait for its next look. TikTok has no such
 * webhook for Upgraded Smart+, and wants a subscription for each ad group. A failure is only logged, since the launch looks anyway.
 */
@Injectable()
export class ReviewSubscriptions {
  private readonly logger = new Logger(ReviewSubscriptions.name);

  constructor(
    private readonly config: AppConfig,
    private readonly api: SubscriptionApi,
  ) {}

  /** Subscribes to the launch's ad groups, unless an earlier attempt has. */
  async begin(context: LaunchContext): Promise<void> {
    await this.attempt(context, async () => {
      const known = new Set((await this.own(context)).map(({ adGroupId }) => adGroupId));
      const { accountId, credentialId } = context.account;
      for (const id of adGroupsOf(context))
        if (!known.has(id))
          await this.api.subscribe({
            entity: 'AD_GROUP',
            callbackUrl: this.callbackUrl,
            credentialId,
            detail: { advertiser_id: accountId, adgroup_id: id },
          });
    });
  }

  async end(context: LaunchContext): Promise<void> {
    await this.attempt(context, async () => {
      for (const { subscriptionId } of await this.own(context)) await this.api.unsubscribe(subscriptionId);
    });
  }

  private async own(context: LaunchContext): Promise<Subscription[]> {
    const groups = adGroupsOf(context);
    const all = await this.api.list('AD_GROUP');
    return all.filter(
      (one) =>
        one.callbackUrl === this.callbackUrl && one.adGroupId !== null && groups.includes(one.adGroupId),
    );
  }

  private async attempt({ launch }: LaunchContext, work: () => Promise<void>): Promise<void> {
    if (launch.family !== 'manual' || !this.config.ads.reviewWebhooks) return;
    try {
      await work();
    } catch (error) {
      this.logger.warn(`TikTok does not report the reviews of the launch ${launch.id}: ${messageOf(error)}`);
    }
  }

  private get callbackUrl(): string {
    return `${this.config.http.publicUrl}${ADS_WEBHOOK_PATH}`;
  }
}

function adGroupsOf({ steps }: LaunchContext): string[] {
  return steps.flatMap(({ kind, objectId }) => (kind === 'ad_group' && objectId !== null ? objectId : []));
}
