import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a webhook has last asked for a sync: a run that began before may not have seen what it announced. */
export class AskedSyncs1763800000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sync_schedules ADD COLUMN asked_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sync_schedules DROP COLUMN asked_at');
  }
}
