import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessState, isClosed } from '../../src/database/access/access-state.js';
import { migrate, migrationState } from '../../src/database/index.js';
import { SYNC_KINDS } from '../../src/sync/runs/sync-kinds.js';
import { startConnector, type RunningConnector } from '../support/connector.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { RECORDED, RECORDED_KEYS, restoreRecorded, rowsOf } from '../support/recorded-database.js';
import { schemaOf } from '../support/schema.js';

type Rows = Awaited<ReturnType<typeof rowsOf>>;

/** The lists of the API, each with its table and the rows that the list omits. */
const LISTS = [
  ['/api/integrations', 'integrations', 'true'],
  ['/api/publications', 'publications', 'true'],
  ['/api/sync/runs', 'sync_runs', 'true'],
  ['/api/social-activity/videos', 'social_activity', 'true'],
  ['/api/crm-inbox/conversations', 'conversations', 'true'],
  ['/api/notifications', 'notifications', 'true'],
  ['/api/ad-accounts', 'ad_accounts', 'true'],
  ['/api/webhooks/events', 'webhook_receipts', 'true'],
] as const;

/** Tables that a later version has renamed. */
const RENAMED: Record<string, string> = { social_videos: 'social_activity' };

/** A row without the columns that later versions added. */
function asBefore(row: Record<string, unknown>, before: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(before).map((column) => [column, row[column]]));
}

describe.each(RECORDED)('A database of version %s', (commit) => {
  let database: TestDatabase;
  let before: Rows;
  let connector: RunningConnector | undefined;

  beforeAll(async () => {
    database = await restoreRecorded(commit);
    before = await rowsOf(database);
    await migrate(database.ownerUrl);
  }, 60_000);
  afterAll(async () => {
    if (connector) await connector.stop();
    else await database.drop();
  });

  it('had rows in its tables when it was recorded', () => {
    const empty = [...before].flatMap(([table, rows]) => (rows.length === 0 ? [table] : []));
    expect(before.size).toBeGreaterThan(15);
    expect(empty.length).toBeLessThan(2);
  });

  it('keeps every row with every value', async () => {
    const after = await rowsOf(database);
    for (const [table, rows] of before) {
      const [sample] = rows;
      const kept = (after.get(RENAMED[table] ?? table) ?? []).map((row) =>
        JSON.stringify(asBefore(row, sample ?? {})),
      );
      expect([table, kept.toSorted()]).toEqual([table, rows.map((row) => JSON.stringify(row)).toSorted()]);
    }
  });

  it('plans every kind of sync for accounts that were connected before the kind existed', async () => {
    const missing = await database.query<{ id: string; kind: string }>(
      `SELECT i.id, kind FROM integrations i CROSS JOIN unnest($1::text[]) AS kind WHERE i.status = 'active'
         AND NOT EXISTS (SELECT FROM sync_schedules s WHERE s.integration_id = i.id AND s.kind = kind.kind)`,
      [SYNC_KINDS],
    );
    expect(missing).toEqual([]);
    const late = await database.query(
      `SELECT FROM sync_schedules s LEFT JOIN sync_turns t USING (organisation_id)
       WHERE s.due_at <= now() AND (t.turn_at > now()) IS NOT FALSE`,
    );
    expect(late).toEqual([]);
  });

  it('has the schema of a new database, with nothing left to apply', async () => {
    const fresh = await createDatabase();
    try {
      expect(await schemaOf(database)).toEqual(await schemaOf(fresh));
    } finally {
      await fresh.drop();
    }
    expect(await migrationState(database.ownerUrl)).toEqual({ pending: [], unknown: [] });
    expect(await migrate(database.ownerUrl)).toEqual([]);
  });

  it('hides rows from tenants’ work that names a reason', async () => {
    const ask = { query: (sql: string, values?: unknown[]) => database.query(sql, values) };
    expect(isClosed(await accessState(ask as never))).toBe(true);
  });

  it('serves the lists of its organisations', async () => {
    connector = await startConnector({
      database,
      environment: { APP_ROLE: 'api', TOKEN_ENCRYPTION_KEYS: RECORDED_KEYS },
    });
    const organisations = await database.query<{ id: string }>(
      'SELECT DISTINCT organisation_id AS id FROM integrations',
    );
    expect(organisations.length).toBeGreaterThan(3);
    for (const { id } of organisations)
      for (const [path, table, where] of LISTS) {
        const listed = (await connector.api(id).all<unknown>(path, 50)).flat().length;
        const [stored] = await database.query<{ rows: number }>(
          `SELECT count(*)::int AS rows FROM ${table} WHERE organisation_id = $1 AND ${where}`,
          [id],
        );
        expect([path, listed]).toEqual([path, stored?.rows]);
      }
  });
});
