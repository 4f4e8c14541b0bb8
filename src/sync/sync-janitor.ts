import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, firstIdOf, whileFull } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import { queryRows, SystemContext } from '../database/index.js';
import { Background } from '../runtime/index.js';
import { SnapshotMonths } from './activity/snapshot-months.js';

const EVERY_MS = 60 * 60_000;
const SECONDS_PER_DAY = 86_400;
// Short transactions, because runs are written all the time.
const BATCH = 1_000;

// Ids begin with the time of their creation, so that only old rows are looked at.
const DELETE_OLD = `
  DELETE FROM sync_runs WHERE id IN (
    SELECT id FROM sync_runs
    WHERE id < $2::uuid AND status NOT IN ('queued', 'running') AND finished_at < $1 ORDER BY id LIMIT ${BATCH})
  RETURNING id`;

/** Keeps months of figures ahead, drops those that are kept no longer, and deletes old runs. */
@Injectable()
export class SyncJanitor implements OnModuleInit {
  constructor(
    private readonly config: AppConfig,
    private readonly months: SnapshotMonths,
    private readonly system: SystemContext,
    private readonly clock: Clock,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    if (this.config.runsJobs) this.background.every('sync janitor', EVERY_MS, () => this.clean());
  }

  async clean(): Promise<void> {
    const now = this.clock.now();
    await this.months.keepAhead(now);
    await this.months.dropOlderThan(this.config.sync.snapshotRetentionMonths, now);
    await this.deleteRuns();
  }

  private async deleteRuns(): Promise<void> {
    const before = this.clock.inSeconds(-this.config.sync.runRetentionDays * SECONDS_PER_DAY);
    await whileFull(BATCH, () =>
      this.system.transaction('delete old sync runs', (em) =>
        queryRows(em, DELETE_OLD, [before, firstIdOf(before)]),
      ),
    );
  }
}
