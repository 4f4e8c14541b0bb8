import { randomUUID } from 'node:crypto';
import { Client, Pool } from 'pg';
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
  const pool = poolOf(ownerUrl);
  return {
    ownerUrl,
    appUrl: named(app, name),
    systemUrl: named(system, name),
    query: async <Row>(sql: string, values?: unknown[]) => (await pool.query(sql, values)).rows as Row[],
    drop: async () => {
      // It also ends the connections of the pool, with what they still wait for.
      await run(named(owner, 'postgres'), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      if (!pool.ending) await pool.end();
    },
  };
}

/** Specs poll the database: a connection for each statement would cost more than all statements. */
function poolOf(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    max: 4,
    idleTimeoutMillis: 2_000,
    allowExitOnIdle: true,
    // A session without a name may belong to an older version of the service.
    application_name: 'specs',
  });
  // Servers and connections are killed in tests.
  pool.on('error', () => undefined);
  return pool;
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
