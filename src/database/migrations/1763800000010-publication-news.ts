import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PublicationNews1763800000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A post may be hidden and shown again: the later event decides, whichever arrives first.
    await runner.query(`ALTER TABLE publications ADD COLUMN visibility_at timestamptz`);
    await runner.query(`ALTER TABLE sync_runs ADD COLUMN skipped integer NOT NULL DEFAULT 0`);
    // The janitor asks for uploads that nobody has published.
    await runner.query(`
      CREATE INDEX publications_idle ON publications (updated_at) WHERE status IN ('awaiting_upload', 'ready')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX publications_idle`);
    await runner.query(`ALTER TABLE sync_runs DROP COLUMN skipped`);
    await runner.query(`ALTER TABLE publications DROP COLUMN visibility_at`);
  }
}
