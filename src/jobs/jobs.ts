import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { isDatabaseGone, messageOf } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import { Background } from '../runtime/index.js';
import { BacklogWatch } from './backlog-watch.js';
import { JobQueue } from './job-queue.js';
import { WorkClaims } from './work-claims.js';
import { WorkLanes } from './work-lanes.js';
import type { Work } from './work.js';

// How late a row may be noticed whose wake-up was lost or whose due time has come.
const RECONCILE_EVERY_MS = 1_000;
const RECONCILE_BATCH = 100;

/** What modules see of background work: they register what they can do, and wake a row. */
@Injectable()
export class Jobs implements OnModuleInit {
  private readonly logger = new Logger(Jobs.name);
  private readonly works = new Map<string, Work>();
  private readonly backlogs: BacklogWatch;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly queue: JobQueue,
    private readonly claims: WorkClaims,
    private readonly lanes: WorkLanes,
    private readonly background: Background,
  ) {
    this.backlogs = new BacklogWatch(claims);
  }

  register(work: Work): void {
    this.works.set(work.name, work);
  }

  /** Call after the transaction that made the row due has been committed. */
  wake(name: string, id: string): Promise<void> {
    return this.queue.wake(name, id);
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
    await this.lanes.stop();
  }

  private begin(): void {
    if (!this.config.runsJobs) return;
    this.queue.listen((name, id) => this.dispatch(name, id));
    this.scheduleReconciling();
  }

  private dispatch(name: string, id: string): void {
    const work = this.works.get(name);
    if (work) this.lanes.offer(work, id);
    else this.logger.error(`no handler for the work ${name}`);
  }

  /** A chain of timeouts, not an interval: a slow database is not asked again before it has answered. */
  private scheduleReconciling(): void {
    this.timer = setTimeout(() => {
      void this.reconcile().finally(() => this.timer && this.scheduleReconciling());
    }, RECONCILE_EVERY_MS);
  }

  private async reconcile(): Promise<void> {
    try {
      for (const work of this.works.values()) await this.offerDue(work);
      await this.backlogs.look([...this.works.values()]);
    } catch (error) {
      this.warn(error);
    }
  }

  /** Straight to the lanes: this must work without Redis, and leases decide between processes. */
  private async offerDue(work: Work): Promise<void> {
    const ids = await this.claims.due(work.table, RECONCILE_BATCH);
    const more = () => void this.offerDue(work).catch((error: unknown) => this.warn(error));
    // There may be more of them: they are not left to the next second.
    if (ids.length === RECONCILE_BATCH) this.lanes.whenNearlyDry(work, more);
    for (const id of ids) this.lanes.offer(work, id);
  }

  /** The loss of the database is told once, and not every second. */
  private warn(error: unknown): void {
    if (isDatabaseGone(error)) return;
    this.logger.warn(`looking for due work failed, trying again: ${messageOf(error)}`);
  }
}
