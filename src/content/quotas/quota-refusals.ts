import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { SystemContext } from '../../database/index.js';
import { IntegrationsService, type IntegrationRef } from '../../integrations/index.js';
import { Notifier } from '../../notifications/index.js';
import { explainError, TikTokApiError } from '../../tiktok/index.js';
import { PostReferences } from '../post/post-references.js';
import type { Publication } from '../post/publication.entity.js';
import { formatTime } from '../scheduling/time-zone.js';
import { QuotaLedger, type QuotaName } from './quota-ledger.js';
import { DAY_SECONDS, quotaLimits } from './quota-plan.js';

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
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly ledger: QuotaLedger,
    private readonly integrations: IntegrationsService,
    private readonly notifier: Notifier,
    private readonly references: PostReferences,
    private readonly clock: Clock,
  ) {}

  /** Records an error if it refuses a quota, so that other posts wait and the organisation is notified. */
  async recordFrom(error: unknown, publication: Publication, integration: IntegrationRef): Promise<void> {
    const quota = error instanceof TikTokApiError && QUOTA_OF_CODE[String(error.code)];
    if (quota) await this.record(publication, integration, quota, String(error.code));
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
      const until = untilWhen(quota, now, await this.oldestExpiresAt(em, quota, openId, now));
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

  /** Returns when our oldest post leaves TikTok's window, or undefined when there is none. */
  private async oldestExpiresAt(
    em: EntityManager,
    quota: QuotaName,
    openId: string,
    now: Date,
  ): Promise<Date | undefined> {
    if (quota === 'active_users') return undefined;
    const limit = quotaLimits(this.config, quota === 'pending_drafts' ? 'draft' : 'direct')[quota];
    if (!limit) return undefined;
    const since = new Date(now.getTime() - limit.windowMs);
    const [oldest] = (await this.ledger.startedSince(em, quota, openId, since)).toSorted(
      (one, other) => +one - +other,
    );
    return oldest && new Date(oldest.getTime() + limit.windowMs);
  }
}

/** Returns when to try again: after an hour for drafts, which creators clear at any time, else when our oldest post expires. */
function untilWhen(quota: QuotaName, now: Date, oldestExpiresAt: Date | undefined): Date {
  const soonest = now.getTime() + HOUR_MS;
  if (quota === 'pending_drafts') return new Date(soonest);
  const aDay = now.getTime() + DAY_SECONDS * 1000;
  return new Date(Math.min(Math.max(oldestExpiresAt?.getTime() ?? aDay, soonest), aDay));
}
