import { Injectable } from '@nestjs/common';
import { codeOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { migrationState, type MigrationState } from '../../database/index.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

/** The database is at the version of this code, by TypeORM's own list of applied migrations. */
@Injectable()
export class MigrationsCheck extends Check {
  readonly name = 'migrations';

  constructor(private readonly config: AppConfig) {
    super();
  }

  async examine(): Promise<Verdict> {
    try {
      return migrationsVerdict(await migrationState(this.config.database.ownerUrl));
    } catch (error) {
      return unreadable(codeOf(error));
    }
  }
}

export function migrationsVerdict({ pending, unknown }: MigrationState): Verdict {
  if (pending.length > 0) {
    return problem(
      `Migrations are pending: ${pending.join(', ')}.`,
      'Start this version of the service once, which applies them, or run `npm run build && npx typeorm migration:run -d dist/ormconfig.js` with DATABASE_OWNER_URL.',
    );
  }
  if (unknown.length > 0) {
    return warning(
      `A newer version of the service has migrated this database: ${unknown.join(', ')} ${unknown.length === 1 ? 'is' : 'are'} not known here.`,
      'Run that version everywhere, this process included.',
    );
  }
  return ok('All migrations of this version are applied.');
}

/** @param code of the driver; its message might hold the address */
function unreadable(code = 'unknown error'): Verdict {
  return problem(
    `The list of applied migrations cannot be read (${code}).`,
    'Set DATABASE_OWNER_URL to the login that owns the tables, as for the service, and check that it gets in.',
  );
}
