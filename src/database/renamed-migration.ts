import type { QueryRunner } from 'typeorm';
import { isolateTenants } from './migrations/tenant-table.js';
import { StartRefusedError } from './start-refused.error.js';

const BEFORE = 'UploadReservations1763800000021';
const AFTER = 'UploadsUnderWay1763800000021';

const FOUND = `
  SELECT EXISTS (SELECT FROM schema_migrations WHERE name = $1)
    AND NOT EXISTS (SELECT FROM schema_migrations WHERE name = $2) AS old,
    to_regclass('upload_reservations') IS NOT NULL AND to_regclass('publication_media_staged_of') IS NOT NULL
      AND to_regclass('resumable_uploads') IS NULL AS expected`;

/**
 * Repairs databases of 23 November 2026 (commits 32a8349 to 50b4a31, and those before 0449128). Their migration 21 created
 * `upload_reservations`. Commit 0449128 rewrote it under the same number, with another name and one more table. This
 * creates that table and renames the row, in one transaction.
 */
export async function adoptRenamedMigration(runner: QueryRunner): Promise<void> {
  const [list] = (await runner.query(`SELECT to_regclass('schema_migrations') AS name`)) as {
    name: string | null;
  }[];
  if (!list?.name) return;
  const [found] = (await runner.query(FOUND, [BEFORE, AFTER])) as { old: boolean; expected: boolean }[];
  if (!found?.old) return;
  if (!found.expected) {
    throw new StartRefusedError(
      `The database lists the migration ${BEFORE}, but its tables do not match that migration. Restore the backup made before the last upgrade, or start with an empty database.`,
    );
  }
  await runner.startTransaction();
  try {
    await createAddedTable(runner);
    await runner.query('UPDATE schema_migrations SET name = $2 WHERE name = $1', [BEFORE, AFTER]);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

/** The same as in 1763800000021-uploads-under-way.ts; `upgrades.spec.ts` compares the result. */
async function createAddedTable(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE resumable_uploads (
      media_id uuid PRIMARY KEY REFERENCES publication_media (id) ON DELETE CASCADE,
      organisation_id text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('video', 'photo')),
      length_bytes bigint NOT NULL,
      received_bytes bigint NOT NULL DEFAULT 0 CHECK (received_bytes BETWEEN 0 AND length_bytes),
      pieces jsonb NOT NULL DEFAULT '[]',
      completing_until timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL
    )`);
  await isolateTenants(runner, 'resumable_uploads');
}
