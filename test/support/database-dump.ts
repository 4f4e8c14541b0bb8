import type { TestDatabase } from './database.js';

/** Every row of every table; bytes as text and as hex. */
export async function dumpOf(database: TestDatabase): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query(`SELECT * FROM ${name}`);
    texts.push(name, ...rows.map((row) => Object.values(row).map(textOf).join('\t')));
  }
  return texts.join('\n');
}

function textOf(value: unknown): string {
  if (Buffer.isBuffer(value)) return `${value.toString('utf8')} ${value.toString('hex')}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
