import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '../../src/database/migrate.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { schemaOf } from '../support/schema.js';

let copy: TestDatabase;
let migrated: TestDatabase;

beforeAll(async () => {
  [copy, migrated] = await Promise.all([createDatabase(), createDatabase({ migrated: false })]);
  await migrate(migrated.ownerUrl);
});
afterAll(() => Promise.all([copy.drop(), migrated.drop()]));

const ROW_SECURITY = `SELECT relname, relrowsecurity, relforcerowsecurity, relowner::regrole::text AS owner
  FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`;
const FUNCTION_RIGHTS = `SELECT proname, prosecdef, proconfig, proacl::text FROM pg_proc
  WHERE pronamespace = 'public'::regnamespace ORDER BY proname`;
const SCHEMA_RIGHTS = `SELECT nspacl::text FROM pg_namespace WHERE nspname = 'public'`;
// CREATE DATABASE … TEMPLATE copies neither of these two.
const DATABASE_RIGHTS = `SELECT coalesce(datacl::text, '') AS rights FROM pg_database WHERE datname = current_database()`;
const DATABASE_SETTINGS = `SELECT setrole::regrole::text, setconfig FROM pg_db_role_setting
  WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())`;

describe('a database that specs copy from the template', () => {
  it('has the schema, policies and grants that the migrations give', async () => {
    expect(await schemaOf(copy)).toEqual(await schemaOf(migrated));
  });

  it.each([
    ['row-level security and owners', ROW_SECURITY],
    ['rights of functions', FUNCTION_RIGHTS],
    ['rights of the schema', SCHEMA_RIGHTS],
    ['rights of the database', DATABASE_RIGHTS],
    ['settings of the database', DATABASE_SETTINGS],
  ])('has the same %s', async (_what, sql) => {
    expect(await copy.query(sql)).toEqual(await migrated.query(sql));
  });
});
