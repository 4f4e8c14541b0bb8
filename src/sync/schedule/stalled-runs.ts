import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext, queryRows, SystemContext } from '../../database/index.js';
import { Background } from '../../runtime/index.js';
import type { SyncKind } from '../runs/sync-kinds.js';
import { Schedules } from './schedules.js';
import { StalledNotices } from './stalled-notices.js';

const EVERY_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;
const BATCH = 100;

const IS_STALLED = `status IN ('queued', 'running') AND coalesce(progressed_at, created_at) <= $1`;
// Open runs are few, and have an index.
const STALLED = `
  SELECT r.id, r.organisation_id AS "organisationId", r.integration_id AS "integrationId", r.kind
  FROM sync_runs r WHERE ${IS_STALLED} AND ($2::uuid IS NULL OR r.id > $2) ORDER BY r.id LIMIT ${BATCH}`;
const WAITING_SINCE = `
  SELECT coalesce(progressed_at, created_at) AS since FROM sync_runs WHERE ${IS_STALLED} AND id = $2`;

interface StalledRun {
  id: string;
  organisationId: string;
  integrationId: string;
  kind: SyncKind;
}

/**
 * Reports runs that get nowhere and do not fail: they wait for a rate limit, or for TikTok, for as long as failures take until
 * they are reported.
 */
@Injectable()
export class StalledRuns implements OnModuleInit {
  constructor(
    private readonly config: AppConfig,
    private readonly background: Background,
    private readonly system: SystemContext,
    private readonly orgContext: OrgContext,
    private readonly schedules: Schedules,
    private readonly notices: StalledNotices,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    if (this.config.runsJobs) this.background.every('stalled syncs', EVERY_MS, () => this.report());
  }

  async report(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.config.sync.staleHours * HOUR_MS);
    let runs: StalledRun[];
    let last: string | null = null;
    do {
      runs = await this.system.transaction('find syncs that get nowhere', (em) =>
        queryRows<StalledRun>(em, STALLED, [before, last]),
      );
      for (const run of runs)
        await this.orgContext.run(run.organisationId, 'stalled syncs', () => this.reportOne(run, before));
      last = runs.at(-1)?.id ?? null;
    } while (runs.length === BATCH);
  }

  private async reportOne(run: StalledRun, before: Date): Promise<void> {
    await this.orgContext.transaction(async (em) => {
      const schedule = await this.schedules.lock(em, run);
      const [waiting] = await queryRows<{ since: Date }>(em, WAITING_SINCE, [before, run.id]);
      if (!schedule || !waiting) return;
      const { failingSince: earlier } = schedule;
      const failingSince = earlier && earlier < waiting.since ? earlier : waiting.since;
      if (failingSince !== earlier) await this.schedules.change(em, run, { failingSince });
      await this.notices.report(em, { ...schedule, failingSince }, { isWaiting: true });
    });
  }
}
