import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import { IntegrationsService, type IntegrationRef } from '../../integrations/index.js';
import { Notifier } from '../../notifications/index.js';
import { explainError, TikTokApiError } from '../../tiktok/index.js';
import { PostReferences } from '../post/post-references.js';
import type { Publication } from '../post/publication.entity.js';
import { formatTime } from '../scheduling/time-zone.js';
import { QuotaLedger } from './quota-ledger.js';
import { DAY_SECONDS, type QuotaName } from './quota-limits.js';
import { QuotaPlan } from './quota-plan.js';

const HOUR_MS = 3_600_000;

const QUOTA_OF_CODE: Partial<Record<string, QuotaName>> = {
  spam_risk_too_many_posts: 'posts_per_day',
  spam_risk_too_many_pending_share: 'pending_drafts',
  reached_active_user_cap: 'active_users',
};

/** Records TikTok's own refusals. They outweigh our counts, because TikTok sees the posts of every app. */
@Injectable()
export class QuotaRefusals {
  constructor(
    private readonly system: SystemContext,
    private readonly ledger: QuotaLedger,
    private readonly plan: QuotaPlan,
    private readonly integrations: IntegrationsService,
    private readonly notifier: Notifier,
    private readonly references: PostReferences,
    private readonly clock: Clock,
  ) {}

  /** Runs the call. Records a quota refusal, so that other posts wait and the organisation is notified. */
  async watch<T>(publication: Publication, integration: IntegrationRef, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      const quota = error instanceof TikTokApiError && QUOTA_OF_CODE[String(error.code)];
      if (quota) await this.record(publication, integration, quota, String(error.code));
      throw error;
    }
  }

  /** Records a quota refusal that arrived later, in a post's status or by webhook. */
  async recordLate(publication: Publication): Promise<void> {
    const code = publication.failCode ?? '';
    const quota = QUOTA_OF_CODE[code];
    if (!quota) return;
    await this.record(publication, await this.integrations.get(publication.integrationId), quota, code);
  }

  private async record(
    publication: Publication,
    { id, organisationId, openId }: IntegrationRef,
    quota: QuotaName,
    code: string,
  ): Promise<void> {
    const now = this.clock.now();
    await this.system.transaction('record that a TikTok limit is reached', async (em) => {
      const until = untilWhen(quota, now, await this.plan.oldestExpiresAt(em, quota, openId));
      await this.ledger.recordRefusal(em, quota, openId, now, until);
      const { account, actionUrl } = await this.references.of(em, publication);
      await this.notifier.notify(em, organisationId, {
        kind: 'quota_reached',
        severity: 'warning',
        title: `${account}: TikTok posting limit reached`,
        detail:
          `TikTok rejected “${publication.title}” for ${account}. ${explainError('open_api', code).message} Nothing was posted. ` +
          `Posts that you publish in the meantime wait until ${formatTime(until, null)}. Retry this post to queue it with them.`,
        subject: { type: 'integration', id },
        actionUrl,
        dedupeKey: `quota_reached:${id}:${quota}:${until.toISOString()}`,
      });
    });
  }
}

/** Returns when to try again: after an hour for drafts, which creators clear at any time, else when our oldest post expires. */
function untilWhen(quota: QuotaName, now: Date, oldestExpiresAt: Date | undefined): Date {
  const soonest = now.getTime() + HOUR_MS;
  if (quota === 'pending_drafts') return new Date(soonest);
  const aDay = now.getTime() + DAY_SECONDS * 1000;
  return new Date(Math.min(Math.max(oldestExpiresAt?.getTime() ?? aDay, soonest), aDay));
}
