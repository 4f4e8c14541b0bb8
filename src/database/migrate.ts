import type { QueryRunner } from 'typeorm';
import { codeOf, messageOf } from '../common/index.js';
import { isClosed } from './access/access-state.js';
import { settleAccess } from './access/settle-access.js';
import { applyMigrations } from './apply-migrations.js';
import { ownerDataSource } from './data-source-options.js';
import { assertReadable, migrationStateOf } from './migration-state.js';
import { openDataSource } from './open-data-source.js';
import { adoptRenamedMigration } from './renamed-migration.js';
import { StartRefusedError } from './start-refused.error.js';

// Any fixed number: processes that start together wait for each other on it.
const MIGRATION_LOCK = '7238115701';
// PostgreSQL's code for what a login has no right to do.
const NOT_ALLOWED = '42501';

export interface MigrateOptions {
  /** Go on although a newer version has migrated the database. */
  allowNewer?: boolean;
  /** What older versions call their connections; see `olderSessions`. */
  formerNames?: readonly string[];
  /** A line for operators. */
  tell?: (line: string) => void;
}

/**
 * Applies the migrations that are missing, then brings each role's rights to what this version needs.
 * @param ownerUrl login that may create tables and roles
 * @returns the names of those applied now
 * @throws StartRefusedError
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const source = await openDataSource(ownerDataSource(ownerUrl), 'DATABASE_OWNER_URL');
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await assertReadable(source);
    await adoptRenamedMigration(lock);
    const { pending, unknown } = await migrationStateOf(source);
    if (unknown.length > 0) acceptNewer(unknown, options);
    const applied = pending.length > 0 ? await applyMigrations(source) : [];
    // What a newer version needs is not known here.
    if (unknown.length === 0) await settle(lock, options);
    return applied;
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

function acceptNewer(unknown: readonly string[], { allowNewer, tell }: MigrateOptions): void {
  const found = `A newer version of the service has migrated this database (${unknown.join(', ')}).`;
  if (allowNewer) return tell?.(`${found} DATABASE_ALLOW_NEWER_SCHEMA lets this version work on it.`);
  throw new StartRefusedError(
    `${found} Run that version, or restore the backup made before its first start. ` +
      'To let this version work on the newer schema, set DATABASE_ALLOW_NEWER_SCHEMA=true.',
  );
}

async function settle(runner: QueryRunner, { formerNames, tell }: MigrateOptions): Promise<void> {
  const { state, heldBy } = await settleAccess(runner, formerNames).catch((error: unknown) => {
    if (codeOf(error) !== NOT_ALLOWED) throw error;
    throw new StartRefusedError(
      `The login that migrates may not set the rights of the service's roles (${messageOf(error)}). Set DATABASE_OWNER_URL to the login that owns the tables.`,
      { cause: error },
    );
  });
  if (isClosed(state)) return;
  const why =
    heldBy.length > 0
      ? `${heldBy.length} connection(s) may belong to an older version`
      : `a table is busy, or a policy has an unknown form`;
  tell?.(
    `Tenants' work keeps the rights that older versions need: ${why}. Stop the older processes; this process then takes the rights away within a minute.`,
  );
}
