import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { OrgContext, queryRows } from '../database/index.js';
import { IntegrationHooks } from '../integrations/index.js';
import { AffectedWorkRegistry, type AffectedWork } from '../notifications/index.js';
import { Publication, type PublicationStatus } from './publication.entity.js';
import { StagingStore } from './staging-store.js';

const UNDER_WAY: PublicationStatus[] = ['ready', 'publishing', 'processing'];
const EXAMPLES = 3;

/** What becomes of publications when their account's connection ends, returns, or is given up. */
@Injectable()
export class PublicationLife implements OnModuleInit {
  constructor(
    private readonly hooks: IntegrationHooks,
    private readonly affected: AffectedWorkRegistry,
    private readonly orgContext: OrgContext,
    private readonly staging: StagingStore,
  ) {}

  onModuleInit(): void {
    this.hooks.register({
      resumed: (integrationId) => this.resume(integrationId),
      purge: (em, integrationId) => this.purge(em, integrationId),
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

  private async purge(em: EntityManager, integrationId: string): Promise<void> {
    const sql = `DELETE FROM publications WHERE integration_id = $1 RETURNING staged_file`;
    const rows = await queryRows<{ staged_file: string | null }>(em, sql, [integrationId]);
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
