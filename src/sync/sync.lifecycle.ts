import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OnIntegration, type RecentError } from '../integrations/index.js';
import { Jobs } from '../jobs/index.js';
import { AffectedWorkRegistry } from '../notifications/index.js';
import { SYNC_KINDS } from './runs/sync-kinds.js';
import { SyncRuns } from './runs/sync-runs.js';

/** Handles the syncs and the stored videos of an account when its connection ends, resumes or is deleted. */
@Injectable()
export class SyncLifecycle implements OnModuleInit {
  constructor(
    private readonly affected: AffectedWorkRegistry,
    private readonly runs: SyncRuns,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.affected.register('syncs', 'login', () =>
      Promise.resolve({
        kind: 'syncs',
        count: SYNC_KINDS.length,
        examples: [...SYNC_KINDS],
        summary: 'regular syncs of profile and videos',
      }),
    );
  }

  /** Fetches missed data at once instead of at the next slot. */
  @OnIntegration('resumed')
  async catchUp(integrationId: string): Promise<void> {
    for (const kind of SYNC_KINDS) await this.jobs.wake('sync', await this.runs.begin(integrationId, kind));
  }

  @OnIntegration('recentErrors')
  recentErrors(integrationId: string): Promise<RecentError[]> {
    return this.runs.recentErrors(integrationId);
  }

  @OnIntegration('purge')
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    await em.query(`DELETE FROM social_activity WHERE integration_id = $1`, [integrationId]);
    await em.query(`DELETE FROM sync_runs WHERE integration_id = $1`, [integrationId]);
  }
}
