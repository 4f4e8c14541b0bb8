import type { MigrationInterface, QueryRunner } from 'typeorm';

// Tables whose work organisations take in turns.
const TABLES = ['sync_runs', 'crm_outbox', 'crm_webhook_deliveries'];

/** The oldest due rows of each organisation are found without reading those of the others. */
export class FairWork1763800000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(
        `CREATE INDEX ${table}_turns ON ${table} (organisation_id, due_at) WHERE due_at IS NOT NULL`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP INDEX ${table}_turns`);
  }
}
