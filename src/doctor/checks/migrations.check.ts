import { Injectable } from '@nestjs/common';
import { codeOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { migrationState, type MigrationState } from '../../database/index.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

/** Compares TypeORM's list of applied migrations with this version. */
@Injectable()
export class MigrationsCheck extends Check {
  readonly name = 'migrations';

  constructor(private readonly config: AppConfig) {
    super();
  }

  async examine(): Promise<Verdict> {
    try {
      const { ownerUrl, allowNewerSchema } = this.config.database;
      return migrationsVerdict(await migrationState(ownerUrl), allowNewerSchema);
    } catch (error) {
      return unreadable(codeOf(error));
    }
  }
}

/** @param allowNewer true if the service starts on a newer schema */
export function migrationsVerdict({ pending, unknown }: MigrationState, allowNewer = false): Verdict {
  if (pending.length > 0) {
    return problem(
      `Migrations are pending: ${pending.join(', ')}.`,
      'Start this version of the service once to apply them, or run `npm run build && npx typeorm migration:run -d dist/ormconfig.js` with DATABASE_OWNER_URL.',
    );
  }
  if (unknown.length > 0) {
    const found = `A newer version of the service has migrated this database: ${unknown.join(', ')} ${unknown.length === 1 ? 'is' : 'are'} unknown to this version.`;
    const fix = 'Run that version everywhere, or restore the backup made before its first start.';
    if (allowNewer)
      return warning(`${found} DATABASE_ALLOW_NEWER_SCHEMA lets this version start anyway.`, fix);
    return problem(`${found} This version does not start on it.`, fix);
  }
  return ok('All migrations of this version are applied.');
}

/** @param code the driver's code; its message may contain the address */
function unreadable(code = 'unknown error'): Verdict {
  return problem(
    `The list of applied migrations is not readable (${code}).`,
    'Set DATABASE_OWNER_URL to the login that owns the tables, as for the service, and check that it can connect.',
  );
}
