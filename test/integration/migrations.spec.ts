import { afterEach, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ownerDataSource } from '../../src/database/data-source-options.js';
import { migrate, migrationState } from '../../src/database/index.js';
import { migrations } from '../../src/database/migrations/index.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { schemaOf } from '../support/schema.js';

const NAMES = migrations.map(({ name }) => name);
const databases: TestDatabase[] = [];

afterEach(async () => {
  await Promise.all(databases.splice(0).map((database) => database.drop()));
});

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createDatabase({ migrated: false });
  databases.push(database);
  return database;
}

async function undoAll({ ownerUrl }: TestDatabase): Promise<void> {
  const source = await new DataSource(ownerDataSource(ownerUrl)).initialize();
  try {
    for (const _ of migrations) await source.undoLastMigration();
  } finally {
    await source.destroy();
  }
}

it('applies migrations in order, and nothing the second time', async () => {
  const database = await emptyDatabase();

  expect(await migrate(database.ownerUrl)).toEqual(NAMES);
  expect(await migrate(database.ownerUrl)).toEqual([]);
});

it('reverts all migrations, and applies them again to the same schema', async () => {
  const database = await emptyDatabase();
  await migrate(database.ownerUrl);
  const before = await schemaOf(database);
  expect(before.length).toBeGreaterThan(100);

  await undoAll(database);
  expect(await schemaOf(database)).toEqual([]);
  expect(await migrate(database.ownerUrl)).toEqual(NAMES);

  expect(await schemaOf(database)).toEqual(before);
});

it('lets one of several concurrent processes migrate, while the others wait', async () => {
  const database = await emptyDatabase();

  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.ownerUrl)));

  expect(applied.flat()).toEqual(NAMES);
});

it('rolls back and names a failed migration', async () => {
  const database = await emptyDatabase();
  await database.query('CREATE TABLE sync_runs (mine text)');

  await expect(migrate(database.ownerUrl)).rejects.toThrow(
    /^The migration Sync1763800000004 failed: relation "sync_runs" already exists\. It was rolled back\. Fix the cause and start again/,
  );

  const done = await database.query<{ name: string }>('SELECT name FROM schema_migrations ORDER BY id');
  expect(done.map(({ name }) => name)).toEqual(NAMES.slice(0, 3));
  await database.query('DROP TABLE sync_runs');
  expect(await migrate(database.ownerUrl)).toEqual(NAMES.slice(3));
});

it('reports no pending migrations for a login that may not read the list', async () => {
  const database = await emptyDatabase();
  await migrate(database.ownerUrl);

  await expect(migrationState(database.appUrl)).rejects.toMatchObject({ code: 'not_the_owner' });
});

it('lists pending migrations by name, without side effects', async () => {
  const database = await emptyDatabase();
  expect(await migrationState(database.ownerUrl)).toEqual({ pending: NAMES, unknown: [] });
  expect(await database.query(`SELECT to_regclass('schema_migrations') AS list`)).toEqual([{ list: null }]);

  await migrate(database.ownerUrl);
  expect(await migrationState(database.ownerUrl)).toEqual({ pending: [], unknown: [] });

  await database.query(`UPDATE schema_migrations SET name = 'Later1999999999999' WHERE name = $1`, [
    NAMES.at(-1),
  ]);
  expect(await migrationState(database.ownerUrl)).toEqual({
    pending: NAMES.slice(-1),
    unknown: ['Later1999999999999'],
  });
});

it('refuses a database migrated by a newer version, with the names and the fix', async () => {
  const database = await createDatabase();
  databases.push(database);
  await database.query(`INSERT INTO schema_migrations (timestamp, name) VALUES
    (1999999999998, 'Later1999999999998'), (1999999999999, 'Latest1999999999999')`);

  await expect(migrate(database.ownerUrl)).rejects.toThrow(
    /A newer version .* \(Later1999999999998, Latest1999999999999\)\. Run that version, or restore the backup .* DATABASE_ALLOW_NEWER_SCHEMA=true/,
  );

  const reported: string[] = [];
  const options = { allowNewer: true, report: (line: string) => reported.push(line) };
  expect(await migrate(database.ownerUrl, options)).toEqual([]);
  expect(reported).toEqual([expect.stringContaining('Latest1999999999999')]);
});

it('keeps the privileges that a newer version has granted', async () => {
  const database = await createDatabase();
  databases.push(database);
  await database.query(
    `INSERT INTO schema_migrations (timestamp, name) VALUES (1999999999999, 'Latest1999999999999')`,
  );
  await database.query('GRANT DELETE ON publications TO tiktok_connector_app');

  await migrate(database.ownerUrl, { allowNewer: true });

  const [row] = await database.query(
    `SELECT has_table_privilege('tiktok_connector_app', 'publications', 'DELETE') AS kept`,
  );
  expect(row).toEqual({ kept: true });
});

it('creates ids in the database as UUIDv7 that sort by creation time, also within a millisecond', async () => {
  const database = await createDatabase();
  databases.push(database);
  const made: string[] = [];
  for (let n = 0; n < 300; n += 1) {
    const [row] = await database.query<{ id: string }>('SELECT new_id() AS id');
    if (row) made.push(row.id);
  }
  expect(made).toEqual(made.toSorted());
  for (const id of made)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const milliseconds = parseInt(made.at(-1)?.replaceAll('-', '').slice(0, 12) ?? '', 16);
  expect(Math.abs(milliseconds - Date.now())).toBeLessThan(60_000);
});
