import type { DataSource } from 'typeorm';

const IDENTITY = `
  SELECT (SELECT system_identifier FROM pg_control_system()) || '-' || oid AS identity
  FROM pg_database WHERE datname = current_database()`;

/**
 * Tells this database from all others, whatever address leads to it: the cluster's own number and the database's in it.
 * Survives restarts; a physical copy has the same.
 */
export async function databaseIdentity(dataSource: DataSource): Promise<string> {
  const [row] = await dataSource.query<{ identity: string }[]>(IDENTITY);
  if (!row) throw new Error('the database is not in its own catalogue');
  return row.identity;
}
