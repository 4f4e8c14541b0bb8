import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import { IntegrationsService, type IntegrationRef } from '../../integrations/index.js';
import { Notifier } from '../../notifications/index.js';
import { explainError, TikTokApiError } from '../../tiktok/index.js';
import { PostReferences } from '../post/post-references.js';
import type { Publication } from '../post/publication.entity.js';
import { sayTime } from '../scheduling/time-zone.js';
import { QuotaLedger } from './quota-ledger.js';
import { DAY_SECONDS, type QuotaName } from './quota-limits.js';
import { QuotaPlan } from './quota-plan.js';

const HOUR_MS = 3_600_000;

const QUOTA_OF_CODE: Partial<Record<string, QuotaName>> = {
  spam_risk_too_many_posts: 'posts_per_day',
  spam_risk_too_many_pending_share: 'pending_drafts',
  reached_active_user_cap: 'active_users',
};

/** What TikTok says of its limits counts more than what we count: it sees the posts of every app. */
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

  /** Passes on what the call does. A refusal for want of room is remembered, so that others wait, and people are told. */
  async watch<T>(publication: Publication, integration: IntegrationRef, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      const quota = error instanceof TikTokApiError && QUOTA_OF_CODE[String(error.code)];
      if (quota) await this.note(publication, integration, quota, String(error.code));
      throw error;
    }
  }

  /** The same for a post that TikTok refuses after it was begun: by its status, or by a webhook. */
  async toldLate(publication: Publication): Promise<void> {
    const code = publication.failCode ?? '';
    const quota = QUOTA_OF_CODE[code];
    if (!quota) return;
    await this.note(publication, await this.integrations.get(publication.integrationId), quota, code);
  }

  private async note(
    publication: Publication,
    { id, organisationId, openId }: IntegrationRef,
    quota: QuotaName,
    code: string,
  ): Promise<void> {
    const now = this.clock.now();
    await this.system.transaction('remember that TikTok has no room', async (em) => {
      const until = untilWhen(quota, now, await this.plan.oldestLeaves(em, quota, openId));
      await this.ledger.refused(em, quota, openId, now, until);
      const { account, actionUrl } = await this.references.of(em, publication);
      await this.notifier.notify(em, organisationId, {
        kind: 'quota_reached',
        severity: 'warning',
        title: `${account}: TikTok takes no more posts for now`,
        detail:
          `“${publication.title}” for ${account} was refused. ${explainError('open_api', code).message} Nothing was posted. ` +
          `What you publish in the meantime waits until ${sayTime(until, null)}. Retry this post to let it wait with the others.`,
        subject: { type: 'integration', id },
        actionUrl,
        dedupeKey: `quota_reached:${id}:${quota}:${until.toISOString()}`,
      });
    });
  }
}

/** Drafts are posted or discarded by people, so that is looked at soon; otherwise when our own posts leave the window. */
function untilWhen(quota: QuotaName, now: Date, oldestLeaves: Date | undefined): Date {
  const soonest = now.getTime() + HOUR_MS;
  if (quota === 'pending_drafts') return new Date(soonest);
  const aDay = now.getTime() + DAY_SECONDS * 1000;
  return new Date(Math.min(Math.max(oldestLeaves?.getTime() ?? aDay, soonest), aDay));
}
