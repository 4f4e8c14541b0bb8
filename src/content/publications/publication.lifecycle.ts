import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { OrgContext, queryRows } from '../../database/index.js';
import {
  IntegrationsService,
  OnIntegration,
  type QuotaUse,
  type RecentError,
} from '../../integrations/index.js';
import { AffectedWorkRegistry, Notifier, type AffectedWork } from '../../notifications/index.js';
import { QuotaPlan } from '../quotas/quota-plan.js';
import { formatTime } from '../scheduling/time-zone.js';
import { Publication, WAITS_FOR_ACCOUNT, type PublicationStatus } from '../post/publication.entity.js';
import { note, type Values } from '../post/transitions.js';
import { StagingStore } from '../uploads/staging/staging-store.js';

// These continue automatically, so a lost connection holds them up.
const UNDER_WAY: PublicationStatus[] = ['scheduled', 'publishing', 'processing'];
const EXAMPLES = 3;

const STAGED = `
  SELECT m.staged_file FROM publication_media m JOIN publications p ON p.id = m.publication_id
  WHERE p.integration_id = $1 AND m.staged_file IS NOT NULL`;

// A post that was not sent keeps its reason: it shows that its time passed while the account was disconnected.
const RESUMED: Values = {
  dueAt: () => 'now()',
  failCode: () => 'CASE WHEN init_sent_at IS NULL THEN fail_code END',
  failReason: () => 'CASE WHEN init_sent_at IS NULL THEN fail_reason END',
  // Users see no change.
  updatedAt: () => 'updated_at',
};

/** Reacts when a publication's account is disconnected, reconnected or removed. */
@Injectable()
export class PublicationLifecycle implements OnModuleInit {
  constructor(
    private readonly affected: AffectedWorkRegistry,
    private readonly orgContext: OrgContext,
    private readonly staging: StagingStore,
    private readonly integrations: IntegrationsService,
    private readonly quotas: QuotaPlan,
    private readonly notifier: Notifier,
  ) {}

  onModuleInit(): void {
    this.affected.register('publications', 'login', (integrationId) => this.underWay(integrationId));
  }

  /** Publications that waited for the connection are due now, and the jobs' reconciler wakes them. */
  @OnIntegration('resumed')
  async resume(integrationId: string): Promise<void> {
    const rests = { integrationId, dueAt: IsNull() };
    const held = { integrationId, failCode: In([...WAITS_FOR_ACCOUNT]) };
    const open = In<PublicationStatus>(['publishing', 'processing']);
    const waiting = [
      { ...rests, status: open },
      { ...held, status: open },
      { ...rests, status: In<PublicationStatus>(['unknown', 'in_inbox']) },
      { ...rests, status: 'published' as const, privacyLevel: 'PUBLIC_TO_EVERYONE' as const },
    ];
    await this.orgContext.transaction((em) => note(em, waiting, RESUMED));
  }

  @OnIntegration('recentErrors')
  async recentErrors(integrationId: string): Promise<RecentError[]> {
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
      message: failReason ?? '',
    }));
  }

  @OnIntegration('quotaUse')
  async quotaUse(integrationId: string): Promise<QuotaUse[]> {
    return await this.quotas.usage(await this.integrations.get(integrationId));
  }

  @OnIntegration('purge')
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    const files = await queryRows<{ staged_file: string }>(em, STAGED, [integrationId]);
    // Deletes the media rows, too.
    const sql = `DELETE FROM publications WHERE integration_id = $1 RETURNING id`;
    const rows = await queryRows<{ id: string }>(em, sql, [integrationId]);
    await this.notifier.forget(
      em,
      rows.map(({ id }) => id),
    );
    for (const { staged_file: file } of files) await this.staging.remove(file);
  }

  private async underWay(integrationId: string): Promise<AffectedWork> {
    const [rows, count] = await this.orgContext.transaction((em) =>
      em.getRepository(Publication).findAndCount({
        where: { integrationId, status: In(UNDER_WAY) },
        take: EXAMPLES,
        order: { id: 'DESC' },
      }),
    );
    const summary =
      count === 1 ? '1 publication that is not out yet' : `${count} publications that are not out yet`;
    const examples = rows.map(({ title }) => title);
    return { kind: 'publications', count, examples, summary: summary + (await this.nextOf(integrationId)) };
  }

  /** Names the time of the next scheduled one. */
  private async nextOf(integrationId: string): Promise<string> {
    const next = await this.orgContext.transaction((em) =>
      em.getRepository(Publication).findOne({
        where: { integrationId, status: 'scheduled', publishAt: Not(IsNull()) },
        order: { publishAt: 'ASC' },
      }),
    );
    return next?.publishAt ? `; the next is scheduled for ${formatTime(next.publishAt, next.timeZone)}` : '';
  }
}
