import { Logger } from '@nestjs/common';
import type { WorkClaims } from './work-claims.js';
import type { Work } from './work.js';

// The reconciler runs every second, so a row that waits for a minute is stuck or one of too many.
const LATE_SECONDS = 60;
const CHECK_EVERY_MS = 30_000;
// A lasting backlog is logged again at this interval.
const REPEAT_AFTER_MS = 5 * 60_000;

/** Logs when due rows of a kind are not being processed, and when the backlog is gone. */
export class BacklogWatch {
  private readonly logger = new Logger('Jobs');
  private readonly loggedAt = new Map<string, number>();
  private checkedAt = -Infinity;

  constructor(private readonly claims: Pick<WorkClaims, 'backlog'>) {}

  /** Cheap to call often: it queries the database twice a minute. */
  async check(works: readonly Work[]): Promise<void> {
    if (performance.now() - this.checkedAt < CHECK_EVERY_MS) return;
    this.checkedAt = performance.now();
    for (const work of works) await this.checkOne(work);
  }

  private async checkOne({ name: work, table }: Work): Promise<void> {
    const { waiting, oldestSeconds } = await this.claims.backlog(table);
    const logged = this.loggedAt.get(work);
    if (oldestSeconds >= LATE_SECONDS) {
      if (logged !== undefined && performance.now() - logged < REPEAT_AFTER_MS) return;
      this.loggedAt.set(work, performance.now());
      this.logger.warn({ msg: `job ${work} is behind`, work, backlog: 'behind', waiting, oldestSeconds });
    } else if (logged !== undefined) {
      this.loggedAt.delete(work);
      this.logger.log({
        msg: `job ${work} has caught up`,
        work,
        backlog: 'caught_up',
        waiting,
        oldestSeconds,
      });
    }
  }
}
