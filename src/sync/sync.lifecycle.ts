import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IntegrationsService, OnIntegration, type RecentError } from '../integrations/index.js';
import { Jobs } from '../jobs/index.js';
import { AffectedWorkRegistry } from '../notifications/index.js';
import { plannedKinds } from './kind-abilities.js';
import { SYNC_KINDS } from './runs/sync-kinds.js';
import { SyncRuns } from './runs/sync-runs.js';
import { Schedules } from './schedule/schedules.js';
import { StalledNotices } from './schedule/stalled-notices.js';

// Runs come first: one that is under way stores nothing once its row is gone.
const PURGED = [
  'sync_runs',
  'engagement_snapshots',
  'account_days',
  'comment_listings',
  'ad_comment_listings',
  'social_activity',
];

/** Handles the syncs and the stored figures of an account when it is connected, resumes, or is deleted. */
@Injectable()
export class SyncLifecycle implements OnModuleInit {
  constructor(
    private readonly affected: AffectedWorkRegistry,
    private readonly integrations: IntegrationsService,
    private readonly schedules: Schedules,
    private readonly runs: SyncRuns,
    private readonly notices: StalledNotices,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.affected.register('syncs', 'login', () =>
      Promise.resolve({
        kind: 'syncs',
        count: SYNC_KINDS.length,
        examples: [...SYNC_KINDS],
        summary: 'regular syncs of profile, videos, comments, messages, ads and their comments',
      }),
    );
  }

  /** Plans what the account can do, and notes why it cannot do the rest. */
  @OnIntegration('connected')
  async plan(integrationId: string): Promise<void> {
    await this.schedules.plan(integrationId, plannedKinds(await this.integrations.load(integrationId)));
  }

  /** Fetches missed data at once instead of at the next slot. */
  @OnIntegration('resumed')
  async catchUp(integrationId: string): Promise<void> {
    const able = plannedKinds(await this.integrations.load(integrationId)).filter(({ problem }) => !problem);
    const runIds = await this.runs.begin(able.map(({ kind }) => ({ integrationId, kind })));
    for (const id of runIds) await this.jobs.wake('sync', id);
  }

  @OnIntegration('expired')
  async expired(em: EntityManager, integrationId: string): Promise<void> {
    await this.notices.expired(em, integrationId);
  }

  @OnIntegration('recentErrors')
  recentErrors(integrationId: string): Promise<RecentError[]> {
    return this.runs.recentErrors(integrationId);
  }

  @OnIntegration('purge')
  async purge(em: EntityManager, integrationId: string): Promise<void> {
    // Schedules before runs, as wherever both are written.
    await this.schedules.forget(em, integrationId);
    for (const table of PURGED)
      await em.query(`DELETE FROM ${table} WHERE integration_id = $1`, [integrationId]);
  }
}
