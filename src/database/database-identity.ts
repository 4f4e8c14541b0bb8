import type { DataSource } from 'typeorm';

const IDENTITY = `
  SELECT (SELECT system_identifier FROM pg_control_system()) || '-' || oid AS identity
  FROM pg_database WHERE datname = current_database()`;

/**
 * Identifies this database under any address, by the numbers of the cluster and of the database in it. Restarts keep it,
 * and physical copies share it.
 */
export async function databaseIdentity(dataSource: DataSource): Promise<string> {
  const [row] = await dataSource.query<{ identity: string }[]>(IDENTITY);
  if (!row) throw new Error('the database is missing from its own catalogue');
  return row.identity;
}
