import { Injectable } from '@nestjs/common';
import { SystemContext } from '../../database/index.js';

const MONTHS_AHEAD = 3;
// check_violation: PostgreSQL reports a row without a partition by it.
const CHECK_VIOLATION = '23514';

/** Keeps the monthly partitions of the history. */
@Injectable()
export class SnapshotMonths {
  constructor(private readonly system: SystemContext) {}

  /**
   * Repeats a write once after making the partition that it lacks.
   * @param first the earliest time that it writes. @param last the latest
   */
  async ensured<T>(first: Date, last: Date, write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (!lacksPartition(error)) throw error;
      await this.keep(first, last);
      return await write();
    }
  }

  /** Creates the partitions of the present month and of those ahead. @returns the number of new ones */
  async keepAhead(now: Date): Promise<number> {
    return await this.keep(now, monthsFrom(now, MONTHS_AHEAD));
  }

  /** Drops the partitions of months that ended longer ago. @returns the number of dropped ones */
  async dropOlderThan(months: number, now: Date): Promise<number> {
    return await this.call('drop months of figures that are kept no longer', 'drop_snapshot_partitions($1)', [
      monthsFrom(now, -months),
    ]);
  }

  private keep(first: Date, last: Date): Promise<number> {
    return this.call('keep the months of figures', 'keep_snapshot_partitions($1, $2)', [first, last]);
  }

  private async call(reason: string, call: string, values: Date[]): Promise<number> {
    const [row] = await this.system.transaction(reason, (em) =>
      em.query<{ count: number }[]>(`SELECT ${call} AS count`, values),
    );
    return row?.count ?? 0;
  }
}

function lacksPartition(error: unknown): boolean {
  const { code, message } =
    (error as { driverError?: { code?: unknown; message?: unknown } }).driverError ?? {};
  return code === CHECK_VIOLATION && String(message).includes('no partition of relation');
}

function monthsFrom(now: Date, months: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));
}
