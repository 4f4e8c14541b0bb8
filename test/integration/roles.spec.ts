import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { accessState, isClosed } from '../../src/database/access/access-state.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { insertRows, type OrganisationRows } from '../support/given/organisation-rows.js';

const APP = 'tiktok_connector_app';
const SYSTEM = 'tiktok_connector_system';

let database: TestDatabase;
let rows: OrganisationRows;
let tables: string[];

beforeAll(async () => {
  database = await createDatabase();
  rows = await insertRows(database);
  await database.query(
    `INSERT INTO audit_entries (id, organisation_id, action, subject_type, subject_id, actor)
     VALUES (new_id(), $1, 'integration_purged', 'integration', $2, 'tester')`,
    [rows.organisationId, rows.integrationId],
  );
  const found = await database.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migrations' ORDER BY 1`,
  );
  tables = found.map(({ name }) => name);
});
afterAll(() => database.drop());

/** Runs statements in a transaction of a login, and rolls it back. */
async function as<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    return await work(client);
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    await client.end();
  }
}

/** The rows of a table that a session sees after the given statements; none without the SELECT privilege. */
async function seen(url: string, table: string, before: string[]): Promise<number> {
  return await as(url, async (client) => {
    for (const statement of before) await client.query(statement);
    const { rowCount } = await client.query(`SELECT FROM ${table}`).catch((error: Error) => {
      expect(error.message).toContain('permission denied');
      return { rowCount: 0 };
    });
    return rowCount ?? 0;
  });
}

const NAME_A_REASON = `SELECT set_config('app.system_reason', 'an injection', true)`;

describe('The role of tenants’ work', () => {
  it.each([
    ['a reason', [NAME_A_REASON]],
    ['a reason for the session', [`SELECT set_config('app.system_reason', 'x', false)`]],
    ['a reason after SET ROLE NONE', ['SET ROLE NONE', NAME_A_REASON]],
    ['a reason after RESET ALL', ['RESET ALL', NAME_A_REASON]],
    ['a reason and its own role again', [`SELECT set_config('role', '${APP}', true)`, NAME_A_REASON]],
    [
      'a reason and an empty organisation',
      [NAME_A_REASON, `SELECT set_config('app.organisation_id', '', true)`],
    ],
    ['a reason and a pattern', [NAME_A_REASON, `SELECT set_config('app.organisation_id', '%', true)`]],
    ['a reason and no row security', [NAME_A_REASON, `SET LOCAL row_security = off`]],
  ])('sees no rows of any table by %s', async (_what, before) => {
    for (const table of tables) {
      const count = await seen(database.appUrl, table, before).catch((error: Error) => {
        // With row_security = off, PostgreSQL throws instead of hiding rows.
        expect(error.message).toMatch(/row-level security/);
        return 0;
      });
      expect([table, count]).toEqual([table, 0]);
    }
  });

  it('sees no rows by a reason when a login without tables becomes the role', async () => {
    for (const table of tables)
      expect([table, await seen(database.ownerUrl, table, [`SET ROLE ${APP}`, NAME_A_REASON])]).toEqual([
        table,
        0,
      ]);
  });

  it.each([
    `SET ROLE ${SYSTEM}`,
    `SELECT set_config('role', '${SYSTEM}', true)`,
    `SET SESSION AUTHORIZATION ${SYSTEM}`,
    `GRANT ${SYSTEM} TO ${APP}`,
    `ALTER TABLE integrations NO FORCE ROW LEVEL SECURITY`,
    `ALTER TABLE integrations DISABLE ROW LEVEL SECURITY`,
    `CREATE POLICY mine ON integrations USING (true)`,
    `ALTER POLICY tenant_isolation ON integrations USING (true)`,
    `DROP POLICY tenant_isolation ON integrations`,
    `SELECT * FROM schema_migrations`,
    `TRUNCATE audit_entries`,
  ])('may not run %s', async (statement) => {
    const trying = as(database.appUrl, (client) => client.query(statement));
    await expect(trying).rejects.toThrow(/permission denied|must be owner/);
  });

  it('still sees the rows of its organisation', async () => {
    const own = [`SELECT set_config('app.organisation_id', '${rows.organisationId}', true)`];
    for (const table of ['integrations', 'publications', 'messages', 'audit_entries'])
      expect(await seen(database.appUrl, table, own)).toBe(1);
  });
});

describe('A table created by an administrator', () => {
  const COPY = 'copy_made_by_hand';

  beforeAll(() => database.query(`CREATE TABLE ${COPY} AS SELECT * FROM credentials`));
  afterAll(() => database.query(`DROP TABLE ${COPY}`));

  it.each(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'])(
    'grants none of our roles the privilege %s',
    async (privilege) => {
      const allowed = await database.query<{ role: string }>(
        `SELECT role FROM unnest($1::text[]) AS r (role) WHERE has_table_privilege(role, $2, $3)`,
        [[APP, SYSTEM], COPY, privilege],
      );
      expect(allowed).toEqual([]);
    },
  );

  it('is inaccessible to tenants’ work', async () => {
    await expect(as(database.appUrl, (client) => client.query(`SELECT * FROM ${COPY}`))).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('The system role', () => {
  it('sees no rows without a reason, and every row with one', async () => {
    for (const table of ['integrations', 'credentials', 'webhook_events', 'audit_entries']) {
      expect(await seen(database.systemUrl, table, [])).toBe(0);
      expect(await seen(database.systemUrl, table, [NAME_A_REASON])).toBe(1);
    }
  });

  it('cannot become the role of tenants', async () => {
    await expect(as(database.systemUrl, (client) => client.query(`SET ROLE ${APP}`))).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('The audit log', () => {
  const CHANGES = [
    `UPDATE audit_entries SET actor = 'another'`,
    `DELETE FROM audit_entries`,
    `DELETE FROM audit_entries WHERE false`,
    `TRUNCATE audit_entries`,
    `INSERT INTO audit_entries SELECT * FROM audit_entries ON CONFLICT (id) DO UPDATE SET actor = 'another'`,
  ];

  it.each(['appUrl', 'systemUrl', 'ownerUrl'] as const)(
    'cannot be changed or deleted by %s',
    async (login) => {
      for (const change of CHANGES) {
        const trying = as(database[login], async (client) => {
          await client.query(NAME_A_REASON);
          await client.query(`SELECT set_config('app.organisation_id', '${rows.organisationId}', true)`);
          await client.query(change);
        });
        await expect(trying).rejects.toThrow(/permission denied|never changed or deleted/);
      }
    },
  );

  it.each(['appUrl', 'systemUrl'] as const)('can be written and read by %s', async (login) => {
    const count = await as(database[login], async (client) => {
      await client.query(NAME_A_REASON);
      await client.query(`SELECT set_config('app.organisation_id', '${rows.organisationId}', true)`);
      await client.query(
        `INSERT INTO audit_entries (id, organisation_id, action, subject_type, subject_id, actor)
         VALUES (new_id(), '${rows.organisationId}', 'data_deleted', 'integration', new_id(), 'tester')`,
      );
      return (await client.query('SELECT FROM audit_entries')).rowCount;
    });
    expect(count).toBe(2);
  });
});

it('grants each role exactly the privileges in TENANT_PRIVILEGES', async () => {
  const state = await accessState({
    query: (sql: string, values: unknown[]) => database.query(sql, values),
  } as never);
  expect(state).toEqual({ open: [], excess: [], missing: [] });
  expect(isClosed(state)).toBe(true);
});
