import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, MoreThan, Not, type EntityManager } from 'typeorm';
import { Clock } from '../common/index.js';
import { OrgContext, queryRows } from '../database/index.js';
import { IntegrationHooks, type QuotaUse, type RecentError } from '../integrations/index.js';
import { AffectedWorkRegistry, Notifier, type AffectedWork } from '../notifications/index.js';
import { Publication, type PublicationStatus } from './publication.entity.js';
import { StagingStore } from './staging-store.js';

const UNDER_WAY: PublicationStatus[] = ['ready', 'publishing', 'processing'];
const EXAMPLES = 3;
// TikTok: about fifteen a day and creator. https://developers.tiktok.com/doc/content-sharing-guidelines
const POSTS_PER_DAY = 15;
const DAY_SECONDS = 24 * 60 * 60;

/** What becomes of publications when their account's connection ends, returns, or is given up. */
@Injectable()
export class PublicationLife implements OnModuleInit {
  constructor(
    private readonly hooks: IntegrationHooks,
    private readonly affected: AffectedWorkRegistry,
    private readonly orgContext: OrgContext,
    private readonly staging: StagingStore,
    private readonly clock: Clock,
    private readonly notifier: Notifier,
  ) {}

  onModuleInit(): void {
    this.hooks.register({
      resumed: (integrationId) => this.resume(integrationId),
      purge: (em, integrationId) => this.purge(em, integrationId),
      recentErrors: (integrationId) => this.recentErrors(integrationId),
      quotaUse: (integrationId) => this.quotaUse(integrationId),
    });
    this.affected.register('publications', (integrationId) => this.underWay(integrationId));
  }

  /** Those that waited for the connection go on from their journal; the reconciler wakes them. */
  private async resume(integrationId: string): Promise<void> {
    await this.orgContext.transaction((em) =>
      em.query(
        `UPDATE publications SET due_at = now(), fail_code = NULL, fail_reason = NULL
         WHERE integration_id = $1 AND (
           status IN ('publishing', 'processing') AND (due_at IS NULL OR fail_code = 'reconnect_needed')
           OR status = 'published' AND privacy_level = 'PUBLIC_TO_EVERYONE' AND due_at IS NULL)`,
        [integrationId],
      ),
    );
  }

  private async recentErrors(integrationId: string): Promise<RecentError[]> {
    const rows = await this.orgContext.transaction((em) =>
      em.getRepository(Publication).find({
        where: { integrationId, failCode: Not(IsNull()) },
        take: EXAMPLES,
        order: { updatedAt: 'DESC' },
      }),
    );
    return rows.map(({ updatedAt, failCode, failReason }) => ({
      at: updatedAt.toISOString(),
      what: 'publication',
      code: failCode ?? '',
      sentence: failReason ?? '',
    }));
  }

  /** As far as it is ours: TikTok counts the posts of all apps together. */
  private async quotaUse(integrationId: string): Promise<QuotaUse[]> {
    const since = this.clock.inSeconds(-DAY_SECONDS);
    const used = await this.orgContext.transaction((em) =>
      em
        .getRepository(Publication)
        .countBy({ integrationId, initSentAt: MoreThan(since), status: Not('failed') }),
    );
    return [{ quota: 'posts_per_day', used, limit: POSTS_PER_DAY, windowSeconds: DAY_SECONDS }];
  }

  private async purge(em: EntityManager, integrationId: string): Promise<void> {
    const sql = `DELETE FROM publications WHERE integration_id = $1 RETURNING id, staged_file`;
    const rows = await queryRows<{ id: string; staged_file: string | null }>(em, sql, [integrationId]);
    await this.notifier.forget(
      em,
      rows.map(({ id }) => id),
    );
    for (const { staged_file: file } of rows) if (file) await this.staging.remove(file);
  }

  private async underWay(integrationId: string): Promise<AffectedWork> {
    const [rows, count] = await this.orgContext.transaction((em) =>
      em.getRepository(Publication).findAndCount({
        where: { integrationId, status: In(UNDER_WAY) },
        take: EXAMPLES,
        order: { id: 'DESC' },
      }),
    );
    return { kind: 'publications', count, examples: rows.map(({ title }) => title) };
  }
}
