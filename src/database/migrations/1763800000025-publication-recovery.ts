import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PublicationRecovery1763800000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE publications ADD COLUMN last_chunk_sent_at timestamptz`);
    // Of transfers that are under way while this runs nobody has written it down.
    await runner.query(`SELECT set_config('app.system_reason', 'migration', true)`);
    await runner.query(`
      UPDATE publications SET last_chunk_sent_at = init_sent_at
      WHERE status = 'publishing' AND tiktok_publish_id IS NOT NULL`);
    // Videos that are another publication's cannot settle what became of this one.
    await runner.query(`CREATE INDEX publications_posts ON publications USING gin (post_ids)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX publications_posts`);
    await runner.query(`ALTER TABLE publications DROP COLUMN last_chunk_sent_at`);
  }
}
