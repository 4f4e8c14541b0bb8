import { MigrationExecutor, type DataSource } from 'typeorm';
import { UnavailableError } from '../common/index.js';
import { ownerDataSource } from './data-source-options.js';
import { openDataSource } from './open-data-source.js';

/** Names of migrations, in the order in which they run. */
export interface MigrationState {
  /** Migrations of this version that are not applied yet. */
  pending: string[];
  /** Applied migrations that only a newer version has. */
  unknown: string[];
}

// To TypeORM, an unreadable list looks like a missing one.
const HIDDEN = `
  SELECT to_regclass('schema_migrations') IS NOT NULL
    AND NOT has_table_privilege(to_regclass('schema_migrations'), 'SELECT') AS hidden`;

/**
 * Compares the migrations of this version with the applied ones. Changes nothing.
 * @param ownerUrl login that owns the tables
 * @throws UnavailableError when the login may not read the list
 */
export async function migrationState(ownerUrl: string): Promise<MigrationState> {
  const source = await openDataSource(ownerDataSource(ownerUrl), 'DATABASE_OWNER_URL');
  try {
    return await migrationStateOf(source);
  } finally {
    await source.destroy();
  }
}

/** The same on an open connection. @param source the owner's */
export async function migrationStateOf(source: DataSource): Promise<MigrationState> {
  await assertListReadable(source);
  const executor = new MigrationExecutor(source);
  const [pending, applied] = [await executor.getPendingMigrations(), await executor.getExecutedMigrations()];
  const known = new Set(source.migrations.map((migration) => migration.constructor.name));
  return {
    pending: pending.map(({ name }) => name),
    // TypeORM lists the newest first.
    unknown: applied.flatMap(({ name }) => (known.has(name) ? [] : [name])).toReversed(),
  };
}

/** @throws UnavailableError when the login may not read the list of applied migrations */
export async function assertListReadable(source: DataSource): Promise<void> {
  const [row] = await source.query<{ hidden: boolean }[]>(HIDDEN);
  if (!row?.hidden) return;
  throw new UnavailableError(
    'not_the_owner',
    'The login in DATABASE_OWNER_URL (or DATABASE_URL) may not read schema_migrations. Set DATABASE_OWNER_URL to the login that owns the tables.',
  );
}
