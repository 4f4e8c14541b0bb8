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

/** Opens a session with a name. Version 9bbc3f6 set none, and did everything as this role. */
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

/** Runs a transaction like the system work of version 9bbc3f6. @returns the number of affected rows */
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

const reported: string[] = [];
const upgrade = (formerNames: string[] = []) =>
  migrate(database.ownerUrl, { formerNames, report: (line) => reported.push(line) });

describe('An older version beside this one', () => {
  it('continues all its work until it ends, and then its privileges are revoked', async () => {
    const old = await session();
    await upgrade();
    expect(reported.at(-1)).toMatch(
      /1 connection\(s\) may belong to an older version.*Stop the older processes/,
    );

    const work = [
      [`UPDATE integrations SET lease_until = now() WHERE due_at IS NULL RETURNING *`, 'claims'],
      [`UPDATE credentials SET refresh_started_at = now()`, 'refreshes tokens'],
      [`UPDATE oauth_states SET used_at = now() WHERE used_at IS NULL`, 'uses OAuth states'],
      [`DELETE FROM quota_refusals`, 'deletes refusals'],
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
    // Its janitor would mistake hidden posts for deleted ones, and delete their files.
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
    ['the name from its settings', () => 'billing', ['billing']],
    ['a long name that PostgreSQL truncates', () => 'x'.repeat(63), ['x'.repeat(80)]],
  ])('is recognised by %s', async (_what, name, formerNames) => {
    await session(name());
    await upgrade(formerNames);
    expect(await isNowClosed()).toBe(false);
  });
});

describe('A database without older versions', () => {
  it('is closed by the start that migrates it', async () => {
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

  it('is closed once a locked table is free', async () => {
    const busy = await session(applicationName('api tenants'));
    await upgrade();
    await database.query(`ALTER POLICY tenant_isolation ON integrations TO PUBLIC USING
      (organisation_id = current_setting('app.organisation_id', true) OR coalesce(current_setting('app.system_reason', true), '') <> '')
      WITH CHECK (organisation_id = current_setting('app.organisation_id', true) OR coalesce(current_setting('app.system_reason', true), '') <> '')`);
    await busy.query('BEGIN');
    await busy.query('SELECT FROM integrations');

    await upgrade();
    expect(await isNowClosed()).toBe(false);
    expect(reported.at(-1)).toContain('a table is locked');

    await busy.query('COMMIT');
    await upgrade();
    expect(await isNowClosed()).toBe(true);
  });

  it('keeps a policy of unknown form, and reports it', async () => {
    await upgrade();
    await database.query(
      `CREATE POLICY of_somebody ON integrations USING (current_setting('app.system_reason', true) = 'x')`,
    );
    await upgrade();
    expect(await isNowClosed()).toBe(false);
    expect(reported.at(-1)).toContain('a policy has an unknown form');
  });
});
