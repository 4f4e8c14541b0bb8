import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { isDatabaseUnavailable, messageOf } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import { Background } from '../runtime/index.js';
import { BacklogWatch } from './backlog-watch.js';
import { JobQueue } from './job-queue.js';
import { WorkClaims, type ClaimedRow } from './work-claims.js';
import { WorkHandlers } from './work-handler.js';
import type { WorkKind } from './work-kinds.js';
import { WorkerPools } from './worker-pools.js';
import type { Work } from './work.js';

// The longest delay for a row whose wake-up was lost, or that has just become due.
const RECONCILE_EVERY_MS = 1_000;
const RECONCILE_BATCH = 100;

/** Wakes rows, and finds the due ones. */
@Injectable()
export class Jobs implements OnModuleInit {
  private readonly logger = new Logger(Jobs.name);
  private readonly backlogs: BacklogWatch;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly queue: JobQueue,
    private readonly handlers: WorkHandlers,
    private readonly claims: WorkClaims,
    private readonly pools: WorkerPools,
    private readonly background: Background,
  ) {
    this.backlogs = new BacklogWatch(claims);
  }

  /** Call it after the transaction that made the row due has committed. */
  wake(name: WorkKind, id: string): Promise<void> {
    return this.queue.wake(name, [id]);
  }

  /** Wakes many rows at the cost of one. */
  wakeAll(name: WorkKind, ids: readonly string[]): Promise<void> {
    return this.queue.wake(name, ids);
  }

  /** How many rows this process can start on now, if they are stored as claimed by it. 0: other processes do this work. */
  room(name: WorkKind): number {
    const work = this.timer === undefined ? undefined : this.handlers.get(name);
    return work ? this.pools.room(work) : 0;
  }

  /**
   * Starts on new rows that were stored with a lease of this process. Spares the claim of what is handled at once.
   * @param rows as `WorkClaims` would return them
   */
  start(name: WorkKind, rows: readonly ClaimedRow[]): void {
    const work = this.handlers.get(name);
    if (work) for (const row of rows) this.pools.offer(work, row.id, row);
  }

  onModuleInit(): void {
    this.background.register(
      () => this.begin(),
      () => this.stop(),
    );
  }

  private async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.queue.stop();
    await this.pools.stop();
  }

  private begin(): void {
    if (!this.config.runsJobs) return;
    this.queue.listen((name, id) => this.dispatch(name, id));
    this.scheduleReconciling();
  }

  private dispatch(name: string, id: string): void {
    const work = this.handlers.get(name);
    if (work) this.pools.offer(work, id);
    else this.logger.error(`no handler for jobs of kind ${name}`);
  }

  /** A chain of timeouts instead of an interval, so that a slow database is not queried again before it has answered. */
  private scheduleReconciling(): void {
    this.timer = setTimeout(() => {
      void this.reconcile().finally(() => this.timer && this.scheduleReconciling());
    }, RECONCILE_EVERY_MS);
  }

  private async reconcile(): Promise<void> {
    try {
      const works = this.handlers.all();
      // An idle service would otherwise ask PostgreSQL once for each kind, every second.
      const due = await this.claims.tablesWithDue(works.map(({ table }) => table));
      for (const work of works) if (due.has(work.table)) await this.offerDue(work);
      await this.backlogs.check(works);
    } catch (error) {
      this.warn(error);
    }
  }

  /** Bypasses the queue, because this must work without Redis. Leases decide between processes. */
  private async offerDue(work: Work): Promise<void> {
    const { table, isFair } = work;
    const ids = isFair
      ? await this.claims.dueFairly(table, RECONCILE_BATCH)
      : await this.claims.due(table, RECONCILE_BATCH);
    const more = () => void this.offerDue(work).catch((error: unknown) => this.warn(error));
    // There may be more rows: fetch them before the next reconciliation.
    if (ids.length === RECONCILE_BATCH) this.pools.whenNearlyEmpty(work, more);
    if (isFair) this.pools.offerInOrder(work, ids);
    else for (const id of ids) this.pools.offer(work, id);
  }

  /** A database outage is logged once, not every second. */
  private warn(error: unknown): void {
    if (isDatabaseUnavailable(error)) return;
    this.logger.warn(`finding due jobs failed, retrying: ${messageOf(error)}`);
  }
}
