import type { QueryRunner } from 'typeorm';
import { codeOf, messageOf } from '../common/index.js';
import { isClosed } from './access/access-state.js';
import { reconcileAccess } from './access/reconcile-access.js';
import { applyMigrations } from './apply-migrations.js';
import { ownerDataSource } from './data-source-options.js';
import { assertListReadable, migrationStateOf } from './migration-state.js';
import { openDataSource } from './open-data-source.js';
import { adoptRenamedMigration } from './renamed-migration.js';
import { StartRefusedError } from './start-refused.error.js';

// Any fixed number. Processes that start together wait for each other on this lock.
const MIGRATION_LOCK = '7238115701';
// insufficient_privilege
const NOT_ALLOWED = '42501';

export interface MigrateOptions {
  /** Continue although a newer version has migrated the database. */
  allowNewer?: boolean;
  /** Application names of older versions; see `olderSessions`. */
  formerNames?: readonly string[];
  /** Prints a line for operators. */
  report?: (line: string) => void;
}

/**
 * Applies pending migrations, then grants and revokes privileges for this version.
 * @param ownerUrl login that may create tables and roles
 * @returns the names of the migrations applied now
 * @throws StartRefusedError
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const source = await openDataSource(ownerDataSource(ownerUrl), 'DATABASE_OWNER_URL');
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await assertListReadable(source);
    await adoptRenamedMigration(lock);
    const { pending, unknown } = await migrationStateOf(source);
    if (unknown.length > 0) acceptNewer(unknown, options);
    const applied = pending.length > 0 ? await applyMigrations(source) : [];
    // Privileges of a newer version are unknown here.
    if (unknown.length === 0) await reconcile(lock, options);
    return applied;
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

function acceptNewer(unknown: readonly string[], { allowNewer, report }: MigrateOptions): void {
  const found = `A newer version of the service has migrated this database (${unknown.join(', ')}).`;
  if (allowNewer) return report?.(`${found} Continuing because DATABASE_ALLOW_NEWER_SCHEMA is set.`);
  throw new StartRefusedError(
    `${found} Run that version, or restore the backup made before its first start. ` +
      'To run this version on the newer schema, set DATABASE_ALLOW_NEWER_SCHEMA=true.',
  );
}

async function reconcile(runner: QueryRunner, { formerNames, report }: MigrateOptions): Promise<void> {
  const { state, heldBy } = await reconcileAccess(runner, formerNames).catch((error: unknown) => {
    if (codeOf(error) !== NOT_ALLOWED) throw error;
    throw new StartRefusedError(
      `The migration login may not change the privileges of the service's roles (${messageOf(error)}). Set DATABASE_OWNER_URL to the login that owns the tables.`,
      { cause: error },
    );
  });
  if (isClosed(state)) return;
  const reason =
    heldBy.length > 0
      ? `${heldBy.length} connection(s) may belong to an older version`
      : 'a table is locked, or a policy has an unknown form';
  report?.(
    `Tenants' work keeps the privileges that older versions need: ${reason}. Stop the older processes; this process then revokes the privileges within a minute.`,
  );
}
