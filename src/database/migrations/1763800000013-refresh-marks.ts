import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asks TikTok for a new pair is written down before: on another machine its answer may lie uncommitted. */
export class RefreshMarks1763800000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE credentials ADD COLUMN refresh_started_at timestamptz, ADD COLUMN refresh_owner uuid`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE credentials DROP COLUMN refresh_started_at, DROP COLUMN refresh_owner`);
  }
}
