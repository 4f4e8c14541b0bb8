import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { accessState, isClosed } from '../../src/database/access/access-state.js';
import { applicationName, SCHEMA_VERSION } from '../../src/database/application-name.js';
import { CONNECTOR_ROLE } from '../../src/database/connector-role.js';
import { migrate } from '../../src/database/index.js';
import type { TestDatabase } from '../support/database.js';
import { restoreRecorded } from '../support/recorded-database.js';

let database: TestDatabase;
let clients: Client[];

beforeEach(async () => {
  clients = [];
  database = await restoreRecorded('9bbc3f6');
});
afterEach(async () => {
  for (const client of clients) await client.end();
  await database.drop();
});

/** A session with a name. Version 9bbc3f6 gave none and worked as this role in everything. */
async function session(name = '', url = database.appUrl): Promise<Client> {
  const client = new Client({
    connectionString: url,
    options: `-c role=${CONNECTOR_ROLE}`,
    ...(name && { application_name: name }),
  });
  client.on('error', () => undefined);
  await client.connect();
  clients.push(client);
  return client;
}

async function end(client: Client): Promise<void> {
  clients = clients.filter((one) => one !== client);
  await client.end();
}

/** One transaction as version 9bbc3f6 did system work. @returns how many rows it touched */
async function systemWork(client: Client, statement: string, values: unknown[] = []): Promise<number> {
  await client.query('BEGIN');
  try {
    await client.query(`SELECT set_config('app.system_reason', $1, true)`, ['a test']);
    const { rowCount } = await client.query(statement, values);
    await client.query('COMMIT');
    return rowCount ?? 0;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function isNowClosed(): Promise<boolean> {
  const ask = { query: (sql: string, values?: unknown[]) => database.query(sql, values) };
  return isClosed(await accessState(ask as never));
}

const told: string[] = [];
const upgrade = (formerNames: string[] = []) =>
  migrate(database.ownerUrl, { formerNames, tell: (line) => told.push(line) });

describe('An older version that runs beside this one', () => {
  it('goes on with all its work until it ends; then tenants’ work loses what only that needed', async () => {
    const old = await session();
    await upgrade();
    expect(told.at(-1)).toMatch(/1 connection\(s\) may belong to an older version.*Stop the older processes/);

    const work = [
      [`UPDATE integrations SET lease_until = now() WHERE due_at IS NULL RETURNING *`, 'claims'],
      [`UPDATE credentials SET refresh_started_at = now()`, 'refreshes tokens'],
      [`UPDATE oauth_states SET used_at = now() WHERE used_at IS NULL`, 'uses OAuth states'],
      [`DELETE FROM quota_refusals`, 'forgets refusals'],
      [`DELETE FROM webhook_receipts`, 'deletes receipts'],
      [`DELETE FROM conversations`, 'purges conversations'],
      [
        `INSERT INTO webhook_events (id, dedupe_key, client_key, raw_body, signed_at, received_at, late, status)
         VALUES (new_id(), 'x', 'app', '', now(), now(), false, 'received')`,
        'stores webhooks',
      ],
      [
        `INSERT INTO audit_entries (id, organisation_id, action, subject_type, subject_id, actor)
         VALUES (new_id(), 'org', 'data_deleted', 'integration', new_id(), 'tester')`,
        'writes audit lines',
      ],
    ];
    for (const [statement = '', what] of work)
      expect([what, await systemWork(old, statement)]).toEqual([what, expect.any(Number)]);
    expect(await systemWork(old, 'SELECT FROM credentials')).toBeGreaterThan(0);
    expect(await isNowClosed()).toBe(false);

    await end(old);
    await upgrade();
    expect(await isNowClosed()).toBe(true);
    const late = await session();
    expect(await systemWork(late, 'SELECT FROM integrations')).toBe(0);
    await expect(systemWork(late, 'SELECT FROM credentials')).rejects.toThrow('permission denied');
    // Its janitor would take posts that it does not see for posts that are gone, and delete their files.
    for (const statement of [
      `UPDATE publications SET status = 'cancelled' WHERE status = 'awaiting_upload'`,
      'DELETE FROM resumable_uploads',
      'DELETE FROM upload_reservations',
    ])
      await expect(systemWork(late, statement)).rejects.toThrow('stop this older version');
  });

  it.each([
    [
      'a version between that one and this',
      () => `tiktok-connector api tenants schema ${SCHEMA_VERSION - 1}`,
      [],
    ],
    ['its listener for notifications', () => 'tiktok-connector listen notifications', []],
    ['the name that the settings give it', () => 'billing', ['billing']],
    ['a long name that PostgreSQL cuts', () => 'x'.repeat(63), ['x'.repeat(80)]],
  ])('is recognised by %s', async (_what, name, formerNames) => {
    await session(name());
    await upgrade(formerNames);
    expect(await isNowClosed()).toBe(false);
  });
});

describe('A database that no older version uses', () => {
  it('is closed by the very start that migrates it', async () => {
    expect((await upgrade()).length).toBeGreaterThan(0);
    expect(await isNowClosed()).toBe(true);
  });

  it.each([
    'psql',
    'pg_dump',
    'pg_restore',
    'pgbouncer',
    'pgAdmin 4 - DB:tiktok_connector',
    'DBeaver 25.1.0 - Main',
    'postgres_exporter',
    applicationName('worker system'),
    `tiktok-connector api tenants schema ${SCHEMA_VERSION + 1}`,
  ])('is closed while %s is connected', async (name) => {
    await session(name);
    await session(name, database.ownerUrl);
    await upgrade();
    expect(await isNowClosed()).toBe(true);
  });

  it('is closed once a busy table is free', async () => {
    const busy = await session(applicationName('api tenants'));
    await upgrade();
    await database.query(`ALTER POLICY tenant_isolation ON integrations TO PUBLIC USING
      (organisation_id = current_setting('app.organisation_id', true) OR coalesce(current_setting('app.system_reason', true), '') <> '')
      WITH CHECK (organisation_id = current_setting('app.organisation_id', true) OR coalesce(current_setting('app.system_reason', true), '') <> '')`);
    await busy.query('BEGIN');
    await busy.query('SELECT FROM integrations');

    await upgrade();
    expect(await isNowClosed()).toBe(false);
    expect(told.at(-1)).toContain('a table is busy');

    await busy.query('COMMIT');
    await upgrade();
    expect(await isNowClosed()).toBe(true);
  });

  it('keeps open what it cannot read, and says so', async () => {
    await upgrade();
    await database.query(
      `CREATE POLICY of_somebody ON integrations USING (current_setting('app.system_reason', true) = 'x')`,
    );
    await upgrade();
    expect(await isNowClosed()).toBe(false);
    expect(told.at(-1)).toContain('a policy has an unknown form');
  });
});
