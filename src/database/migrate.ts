import { DataSource, type Logger } from 'typeorm';
import { ownerDataSource } from './data-source-options.js';

// Any fixed number: processes that start together wait for each other on it.
const MIGRATION_LOCK = '7238115701';

// TypeORM writes a line of its own to the console when a migration fails; the error is thrown as well, and reported once.
const SILENT: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

/**
 * Applies the migrations that are missing.
 * @param ownerUrl login that may create tables and roles
 * @returns the names of those applied now
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const source = await new DataSource({ ...ownerDataSource(ownerUrl), logger: SILENT }).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await source.runMigrations();
    return applied.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}
