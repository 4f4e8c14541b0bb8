import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { sharedPostgres } from './shared-postgres.js';

/** A spec's own database, copied from the template that the real migrations made. */
export interface TestDatabase {
  /** The login that owns the tables and bypasses row-level security. */
  ownerUrl: string;
  /** The login of tenants' work. */
  appUrl: string;
  /** The login of work across organisations. */
  systemUrl: string;
  /** Runs a statement as the owner. */
  query<Row = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** @param migrated false: without any table */
export async function createDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const { ownerUrl: owner, appUrl: app, systemUrl: system } = await sharedPostgres();
  const template = migrated ? new URL(owner).pathname.slice(1) : 'template1';
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(named(owner, 'postgres'), `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const ownerUrl = named(owner, name);
  return {
    ownerUrl,
    appUrl: named(app, name),
    systemUrl: named(system, name),
    query: (sql, values) => run(ownerUrl, sql, values),
    drop: async () => {
      await run(named(owner, 'postgres'), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** Runs one statement on its own connection. */
export async function run<Row>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

function named(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}
