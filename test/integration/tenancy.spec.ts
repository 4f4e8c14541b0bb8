import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { TENANT_PRIVILEGES } from '../../src/database/access/table-privileges.js';
import { CONNECTOR_ROLE, SYSTEM_ROLE } from '../../src/database/connector-role.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { insertRows, type OrganisationRows } from '../support/given/organisation-rows.js';

// Tables with a column organisation_id. Tables added later are found below anyway.
const TENANT_TABLES = [
  'integrations',
  'oauth_states',
  'publications',
  'sync_runs',
  'social_activity',
  'webhook_receipts',
  'conversations',
  'messages',
];
const SYSTEM_TABLES = ['credentials', 'webhook_events'];

let database: TestDatabase;
let a: OrganisationRows;
let b: OrganisationRows;

beforeAll(async () => {
  database = await createDatabase();
  a = await insertRows(database);
  b = await insertRows(database);
});
afterAll(() => database.drop());

/** Runs statements as a role of the service in one transaction, and rolls it back. */
async function asService<T>(
  settings: Record<string, string>,
  work: (client: Client) => Promise<T>,
  role = CONNECTOR_ROLE,
): Promise<T> {
  const connectionString = role === SYSTEM_ROLE ? database.systemUrl : database.appUrl;
  const client = new Client({ connectionString, options: `-c role=${role}` });
  await client.connect();
  try {
    await client.query('BEGIN');
    for (const [name, value] of Object.entries(settings))
      await client.query('SELECT set_config($1, $2, true)', [name, value]);
    return await work(client);
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
}

function asOrganisation<T>(
  { organisationId }: OrganisationRows,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  return asService({ 'app.organisation_id': organisationId }, work);
}

function asSystem<T>(reason: string, work: (client: Client) => Promise<T>): Promise<T> {
  return asService({ 'app.system_reason': reason }, work, SYSTEM_ROLE);
}

/** The number of affected rows; none when the role lacks the privilege. */
async function touched(client: Client, sql: string, values: unknown[] = []): Promise<number> {
  await client.query('SAVEPOINT before');
  try {
    return (await client.query(sql, values)).rowCount ?? 0;
  } catch (error) {
    expect(String(error)).toContain('permission denied');
    await client.query('ROLLBACK TO SAVEPOINT before');
    return 0;
  }
}

async function count(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return rows[0]?.n ?? -1;
}

describe('Every table', () => {
  it('forces row-level security and has a policy', async () => {
    const open = await database.query(`
      SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> 'schema_migrations'
        AND NOT c.relispartition AND NOT (c.relrowsecurity AND c.relforcerowsecurity
          AND EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname))`);

    expect(open).toEqual([]);
  });

  it('isolates reads and writes by its column organisation_id', async () => {
    const tables = await database.query<{ table: string; using: string | null; check: string | null }>(`
      SELECT c.table_name AS table, string_agg(p.qual, ' ') AS using, string_agg(p.with_check, ' ') AS check
      FROM information_schema.columns c
      LEFT JOIN pg_policies p ON p.schemaname = c.table_schema AND p.tablename = c.table_name
      JOIN pg_class k ON k.oid = c.table_name::regclass AND k.relkind IN ('r', 'p') AND NOT k.relispartition
      WHERE c.table_schema = 'public' AND c.column_name = 'organisation_id' GROUP BY 1`);

    expect(tables.map(({ table }) => table)).toEqual(expect.arrayContaining(TENANT_TABLES));
    for (const { table, using, check } of tables)
      for (const rule of [using, check])
        expect([table, rule]).toEqual([
          table,
          expect.stringMatching(/organisation_id = current_setting\('app\.organisation_id'/),
        ]);
  });

  it('has an organisation in every row', async () => {
    const nullable = await database.query(`
      SELECT table_name FROM information_schema.columns JOIN pg_class k ON k.oid = table_name::regclass AND k.relkind <> 'v'
      WHERE table_schema = 'public' AND column_name = 'organisation_id' AND is_nullable = 'YES'`);

    expect(nullable).toEqual([]);
  });

  it.each([CONNECTOR_ROLE, SYSTEM_ROLE])('is not owned by %s', async (name) => {
    const own = await database.query(`SELECT tablename FROM pg_tables WHERE tableowner = $1`, [name]);
    const [role] = await database.query(`SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = $1`, [
      name,
    ]);

    expect(own).toEqual([]);
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
  });

  it('has a line in TENANT_PRIVILEGES (src/database/access/table-privileges.ts)', async () => {
    const tables = await database.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY relname::text`,
    );

    expect(Object.keys(TENANT_PRIVILEGES).toSorted()).toEqual(tables.map(({ name }) => name));
  });

  it('is reached through itself, never through a partition', async () => {
    const partitions = await database.query<{ name: string; open: boolean; grants: number }>(`
      SELECT relname AS name, NOT relrowsecurity AS open,
        (SELECT count(*)::int FROM aclexplode(relacl) WHERE grantee <> relowner) AS grants
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relispartition AND relkind = 'r'`);

    expect(partitions.length).toBeGreaterThan(2);
    expect(partitions.filter(({ open, grants }) => open || grants > 0)).toEqual([]);
  });

  it('keeps its policies when it is read through a view', async () => {
    const views = await database.query<{ name: string; options: string[] | null }>(
      `SELECT relname AS name, reloptions AS options FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'`,
    );

    expect(views).toEqual([{ name: 'social_videos', options: ['security_invoker=true'] }]);
  });

  it('cannot be truncated past its policies', async () => {
    for (const table of [...TENANT_TABLES, ...SYSTEM_TABLES])
      await expect(asOrganisation(a, (client) => client.query(`TRUNCATE ${table} CASCADE`))).rejects.toThrow(
        'permission denied',
      );
  });
});

describe.each(TENANT_TABLES)('Table %s', (table) => {
  it('shows no rows without an organisation', async () => {
    expect(await asService({}, (client) => count(client, table))).toBe(0);
    expect(await asService({ 'app.organisation_id': '' }, (client) => count(client, table))).toBe(0);
  });

  it('shows an organisation only its own rows', async () => {
    const seen = await asOrganisation(a, (client) =>
      client.query<{ organisation_id: string }>(`SELECT DISTINCT organisation_id FROM ${table}`),
    );

    expect(seen.rows).toEqual([{ organisation_id: a.organisationId }]);
  });

  it('protects rows of other organisations from changes and deletion', async () => {
    const foreign = [b.organisationId];
    const update = `UPDATE ${table} SET organisation_id = organisation_id WHERE organisation_id = $1`;
    const changed = await asOrganisation(a, async (client) => [
      await touched(client, update, foreign),
      await touched(client, `DELETE FROM ${table} WHERE organisation_id = $1`, foreign),
    ]);

    expect(changed).toEqual([0, 0]);
  });

  it('rejects rows for another organisation', async () => {
    const give = (client: Client) =>
      client.query(`UPDATE ${table} SET organisation_id = $1`, [b.organisationId]);
    await expect(asOrganisation(a, give)).rejects.toThrow(/row-level security|permission denied/);

    const [columns] = await database.query<{ list: string }>(
      `SELECT string_agg(quote_ident(column_name), ', ') AS list FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1 AND column_name <> 'organisation_id'
         AND is_generated = 'NEVER'`,
      [table],
    );
    const forge = (client: Client) =>
      client.query(
        `INSERT INTO ${table} (organisation_id, ${columns?.list}) SELECT $1, ${columns?.list} FROM ${table} LIMIT 1`,
        [b.organisationId],
      );
    await expect(asOrganisation(a, forge)).rejects.toThrow(/row-level security|permission denied/);
  });

  it('shows all rows to named system work', async () => {
    expect(await asSystem('a test', (client) => count(client, table))).toBe(2);
    expect(await asSystem('', (client) => count(client, table))).toBe(0);
  });
});

function steal(client: Client): Promise<unknown> {
  return client.query(
    `INSERT INTO credentials (id, family, app_id, subject, access_token, refresh_token, scopes, issued_at,
       access_expires_at, refresh_expires_at)
     VALUES (gen_random_uuid(), 'login', 'a', 'a', 'a', 'a', '{}', now(), now(), now())`,
  );
}

describe('System tables', () => {
  it('hide credentials from every organisation, and reject its writes', async () => {
    await asOrganisation(a, async (client) => {
      expect(await touched(client, 'SELECT FROM credentials')).toBe(0);
      expect(await touched(client, `UPDATE credentials SET access_token = 'mine'`)).toBe(0);
      expect(await touched(client, 'DELETE FROM credentials')).toBe(0);
    });
    await expect(asOrganisation(a, steal)).rejects.toThrow('permission denied');
    expect(await asSystem('a test', (client) => count(client, 'credentials'))).toBe(2);
  });

  it('show webhook events to the organisations concerned, and reject their writes', async () => {
    await asOrganisation(a, async (client) => {
      expect((await client.query('SELECT id FROM webhook_events')).rows).toEqual([{ id: a.eventId }]);
      expect(await touched(client, `UPDATE webhook_events SET status = 'ignored'`)).toBe(0);
      expect(await touched(client, 'DELETE FROM webhook_events')).toBe(0);
    });
  });
});
