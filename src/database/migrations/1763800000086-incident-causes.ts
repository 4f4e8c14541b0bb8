import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an incident of TikTok was first reported, and whether it explains refused tokens. Older processes write neither. */
export class IncidentCauses1763800000086 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE tiktok_incidents ADD COLUMN started_at timestamptz, ADD COLUMN explains_refusals boolean',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tiktok_incidents DROP COLUMN started_at, DROP COLUMN explains_refusals');
  }
}
