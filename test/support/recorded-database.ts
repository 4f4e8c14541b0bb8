import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createDatabase, run, type TestDatabase } from './database.js';

const FOLDER = path.resolve('test/fixtures/databases');

/** Commits whose databases were recorded; test/fixtures/databases/README.md says how. */
export const RECORDED = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.sql'))
  .map((name) => path.basename(name, '.sql'));

/** Encrypts the tokens in them. */
export const RECORDED_KEYS = `recorded:${Buffer.from('recorded databases use this key.').toString('base64')}`;

/** A database as the commit's version of the service has left it. */
export async function restoreRecorded(commit: string): Promise<TestDatabase> {
  const database = await createDatabase({ migrated: false });
  await run(database.ownerUrl, readFileSync(path.join(FOLDER, `${commit}.sql`), 'utf8'));
  return database;
}

/** Every row of every table, as JSON with sorted keys. */
export async function rowsOf(database: TestDatabase): Promise<Map<string, Record<string, unknown>[]>> {
  const tables = await database.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migrations' ORDER BY 1`,
  );
  const rows = new Map<string, Record<string, unknown>[]>();
  for (const { name } of tables) {
    const found = await database.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS row FROM ${name} t ORDER BY t::text`,
    );
    rows.set(
      name,
      found.map(({ row }) => row),
    );
  }
  return rows;
}
