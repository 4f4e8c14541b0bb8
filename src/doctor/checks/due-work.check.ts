import { Injectable } from '@nestjs/common';
import { queryRows, SystemContext } from '../../database/index.js';
import { Check } from '../check.js';
import { ok, problem, type Verdict } from '../finding.js';

// A reconciler looks every second: what nobody has taken after a minute is stuck, or there is too much.
const LATE_SECONDS = 60;

const WORK_TABLES = `
  SELECT table_name AS name FROM information_schema.columns
  WHERE table_schema = current_schema() AND column_name = 'lease_until' ORDER BY table_name`;

export interface Backlog {
  table: string;
  late: number;
}

/** Background work is done: no row has been due for long without anybody having taken it. */
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
        const sql = `SELECT count(*)::int AS late FROM "${name}"
          WHERE due_at < now() - make_interval(secs => $1) AND (lease_until IS NULL OR lease_until < now())`;
        const [row] = await queryRows<{ late: number }>(em, sql, [LATE_SECONDS]);
        found.push({ table: name, late: row?.late ?? 0 });
      }
      return found;
    });
    return dueWorkVerdict(backlogs);
  }
}

export function dueWorkVerdict(backlogs: readonly Backlog[]): Verdict {
  const late = backlogs.filter((one) => one.late > 0);
  if (late.length === 0) return ok('No work waits longer than a minute.');
  return problem(
    `Work has been due for more than a minute and nobody does it: ${late.map((one) => `${one.late} ${one.table}`).join(', ')}.`,
    'Run a process with APP_ROLE=all or worker, or more of them; its log says what keeps it.',
  );
}
