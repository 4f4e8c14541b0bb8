import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reserveForSystem } from './tenant-table.js';

/** Posts wait for room within TikTok's limits, may be cancelled at TikTok, and leave their files to another attempt. */
export class PublicationPlans1763800000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE publications
        ADD COLUMN wanted_at timestamptz,
        ADD COLUMN goes_at timestamptz,
        ADD COLUMN cancel_asked_at timestamptz,
        ADD COLUMN keep_files_until timestamptz`);
    // Who waits before whom.
    await runner.query(`
      CREATE INDEX publications_waiting ON publications (integration_id) WHERE status IN ('scheduled', 'publishing')`);
    // How many accounts the app has posted for within the last day.
    await runner.query(
      `CREATE INDEX publications_sent ON publications (init_sent_at) WHERE init_sent_at IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE quota_refusals (
        subject text NOT NULL,
        quota text NOT NULL,
        refused_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        PRIMARY KEY (subject, quota)
      )`);
    await reserveForSystem(runner, 'quota_refusals');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE quota_refusals`);
    await runner.query(`DROP INDEX publications_sent`);
    await runner.query(`DROP INDEX publications_waiting`);
    await runner.query(`
      ALTER TABLE publications
        DROP COLUMN wanted_at, DROP COLUMN goes_at, DROP COLUMN cancel_asked_at, DROP COLUMN keep_files_until`);
  }
}
