import { DataSource, MigrationExecutor } from 'typeorm';
import { UnavailableError } from '../common/index.js';
import { ownerDataSource } from './data-source-options.js';

/** Names of migrations, in the order in which they apply. */
export interface MigrationState {
  /** Of this version, and not applied yet. */
  pending: string[];
  /** Applied by a version that knows more than this one. */
  unknown: string[];
}

// To TypeORM a list that the login may not read looks like none at all.
const HIDDEN = `
  SELECT to_regclass('schema_migrations') IS NOT NULL
    AND NOT has_table_privilege(to_regclass('schema_migrations'), 'SELECT') AS hidden`;

/**
 * Compares the migrations of this version with TypeORM's list of those applied. Changes nothing.
 * @param ownerUrl login that owns the tables
 * @throws UnavailableError when the login may not read the list
 */
export async function migrationState(ownerUrl: string): Promise<MigrationState> {
  const source = await new DataSource(ownerDataSource(ownerUrl)).initialize();
  try {
    const [row] = await source.query<{ hidden: boolean }[]>(HIDDEN);
    if (row?.hidden)
      throw new UnavailableError('not_the_owner', 'This login may not read schema_migrations.');
    const executor = new MigrationExecutor(source);
    const [pending, applied] = [
      await executor.getPendingMigrations(),
      await executor.getExecutedMigrations(),
    ];
    const known = new Set(source.migrations.map((migration) => migration.constructor.name));
    return {
      pending: pending.map(({ name }) => name),
      // They come newest first.
      unknown: applied.flatMap(({ name }) => (known.has(name) ? [] : [name])).toReversed(),
    };
  } finally {
    await source.destroy();
  }
}
