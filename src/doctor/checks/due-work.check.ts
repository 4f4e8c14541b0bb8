import { Injectable } from '@nestjs/common';
import { queryRows, SystemContext } from '../../database/index.js';
import { Check } from '../check.js';
import { ok, problem, type Verdict } from '../finding.js';

// The reconciler runs every second: a row unclaimed after a minute is stuck, or the workers are overloaded.
const LATE_SECONDS = 60;

const WORK_TABLES = `
  SELECT table_name AS name FROM information_schema.columns
  WHERE table_schema = current_schema() AND column_name = 'lease_until' ORDER BY table_name`;

export interface Backlog {
  table: string;
  late: number;
  /** Age of the oldest due row. */
  oldestSeconds: number;
}

/** Checks that due rows are claimed in time. */
@Injectable()
export class DueWorkCheck extends Check {
  readonly name = 'due_work';

  constructor(private readonly system: SystemContext) {
    super();
  }

  async examine(): Promise<Verdict> {
    const backlogs = await this.system.transaction('doctor: late work', async (em) => {
      const tables = await queryRows<{ name: string }>(em, WORK_TABLES);
      const found: Backlog[] = [];
      for (const { name } of tables) {
        // The name comes from Postgres' own list of tables.
        const sql = `SELECT count(*)::int AS late,
            coalesce(extract(epoch FROM now() - min(due_at)), 0)::int AS "oldestSeconds" FROM "${name}"
          WHERE due_at < now() - make_interval(secs => $1) AND (lease_until IS NULL OR lease_until < now())`;
        const [row] = await queryRows<Omit<Backlog, 'table'>>(em, sql, [LATE_SECONDS]);
        found.push({ table: name, late: row?.late ?? 0, oldestSeconds: row?.oldestSeconds ?? 0 });
      }
      return found;
    });
    return dueWorkVerdict(backlogs);
  }
}

export function dueWorkVerdict(backlogs: readonly Backlog[]): Verdict {
  const late = backlogs.filter((one) => one.late > 0);
  if (late.length === 0) return ok('No job has been due for more than a minute.');
  const parts = late.map(
    ({ table, late: rows, oldestSeconds }) => `${rows} ${table}, the oldest for ${durationOf(oldestSeconds)}`,
  );
  return problem(
    `Overdue jobs (more than 1 minute) are not being processed: ${parts.join('; ')}.`,
    'Run a process with APP_ROLE=all or worker, or more of them. If one is running, its log shows the cause.',
  );
}

function durationOf(seconds: number): string {
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3_600)} h`;
}
