import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What syncs of videos have looked for, and when: new videos, lists that TikTok cuts short, videos that a webhook has named
 * (id to milliseconds), and videos that are gone. A run also says when it last got on.
 */
export class SyncPlaces1763800000063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sync_schedules ADD COLUMN discovered_at timestamptz, ADD COLUMN cut_at timestamptz,
        ADD COLUMN cuts integer NOT NULL DEFAULT 0, ADD COLUMN asked_videos jsonb NOT NULL DEFAULT '{}'`);
    await runner.query('ALTER TABLE sync_runs ADD COLUMN progressed_at timestamptz');
    await runner.query('ALTER TABLE social_activity ADD COLUMN checked_at timestamptz');
    await runner.query(`
      CREATE INDEX social_activity_gone ON social_activity (integration_id, gone_at) WHERE gone_at IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX social_activity_gone');
    await runner.query('ALTER TABLE social_activity DROP COLUMN checked_at');
    await runner.query('ALTER TABLE sync_runs DROP COLUMN progressed_at');
    await runner.query(`
      ALTER TABLE sync_schedules DROP COLUMN discovered_at, DROP COLUMN cut_at, DROP COLUMN cuts, DROP COLUMN asked_videos`);
  }
}
