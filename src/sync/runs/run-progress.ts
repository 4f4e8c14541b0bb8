import type { EntityManager } from 'typeorm';
import type { CallTrace } from '../../tiktok/index.js';
import type { SyncWarning } from './sync-run.entity.js';
import type { StartedRun, SyncCounts, SyncRuns } from './sync-runs.js';

/** Saves what a run has done, together with the data that it has fetched. */
export class RunProgress {
  private items: number;
  private skippedItems: number;
  private total: number | null;
  private readonly warnings: SyncWarning[];

  constructor(
    private readonly runs: SyncRuns,
    private readonly run: StartedRun,
    private readonly trace: Pick<CallTrace, 'requestIds'>,
  ) {
    this.items = run.items;
    this.skippedItems = run.skipped;
    this.total = run.total;
    this.warnings = [...run.warnings];
  }

  /** Items left out so far, by the killed predecessors of a resumed run, too. */
  get skipped(): number {
    return this.skippedItems;
  }

  count({ stored, skipped }: { stored: number; skipped: number }): void {
    this.items += stored;
    this.skippedItems += skipped;
  }

  /** @param total the number of items that the run will store in all */
  expect(total: number): void {
    this.total = total;
  }

  /** Adds a warning, or replaces the one about the same part. */
  warn(warning: SyncWarning): void {
    const index = this.warnings.findIndex(({ part }) => part === warning.part);
    this.warnings.splice(index < 0 ? this.warnings.length : index, 1, warning);
  }

  /**
   * Saves the counts and the place in one transaction with the data, so that a killed run neither loses nor repeats it.
   * @param cursor where a killed run continues
   * @param write writes the data
   * @throws RunOverError when the run was cancelled in the meantime
   */
  async save(cursor: string | null, write?: (em: EntityManager) => Promise<void>): Promise<void> {
    await this.runs.record(this.run.id, { ...this.counts(), cursor }, write);
  }

  /** The columns of the run. */
  counts(): SyncCounts {
    const { items, skippedItems: skipped, total, warnings } = this;
    return { items, skipped, total, warnings, requestIds: this.trace.requestIds };
  }
}
