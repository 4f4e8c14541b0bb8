import { Logger } from '@nestjs/common';
import type { WorkClaims } from './work-claims.js';
import type { Work } from './work.js';

// The reconciler looks every second: what waits for a minute is stuck, or there is too much.
const LATE_SECONDS = 60;
const LOOK_EVERY_MS = 30_000;
// While it lasts it is told again, with how it goes.
const TELL_AGAIN_MS = 5 * 60_000;

/** Logs that rows have been due for long and that no process takes them, and that they are done again. */
export class BacklogWatch {
  private readonly logger = new Logger('Jobs');
  private readonly toldAt = new Map<string, number>();
  private lookedAt = -Infinity;

  constructor(private readonly claims: Pick<WorkClaims, 'backlog'>) {}

  /** Cheap to call often: it looks twice a minute. */
  async look(works: readonly Work[]): Promise<void> {
    if (performance.now() - this.lookedAt < LOOK_EVERY_MS) return;
    this.lookedAt = performance.now();
    for (const work of works) await this.lookAt(work);
  }

  private async lookAt({ name: work, table }: Work): Promise<void> {
    const { waiting, oldestSeconds } = await this.claims.backlog(table);
    const told = this.toldAt.get(work);
    if (oldestSeconds >= LATE_SECONDS) {
      if (told !== undefined && performance.now() - told < TELL_AGAIN_MS) return;
      this.toldAt.set(work, performance.now());
      this.logger.warn({ msg: `job ${work} is behind`, work, backlog: 'behind', waiting, oldestSeconds });
    } else if (told !== undefined) {
      this.toldAt.delete(work);
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
