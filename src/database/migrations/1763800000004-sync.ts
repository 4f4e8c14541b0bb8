import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';
import { dueIndex, WORK_COLUMNS } from './work-columns.js';

export class Sync1763800000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sync_runs (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        integration_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('profile', 'videos')),
        trigger text NOT NULL CHECK (trigger IN ('cron', 'manual')),
        slot timestamptz,
        status text NOT NULL CHECK (status IN ('queued', 'running', 'succeeded', 'failed')),
        cursor text,
        items integer NOT NULL DEFAULT 0,
        fail_code text,
        fail_reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz,
        ${WORK_COLUMNS},
        FOREIGN KEY (organisation_id, integration_id) REFERENCES integrations (organisation_id, id)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX sync_runs_one_open ON sync_runs (integration_id, kind) WHERE status IN ('queued', 'running')`);
    await runner.query(`CREATE UNIQUE INDEX sync_runs_slot ON sync_runs (integration_id, kind, slot)`);
    await runner.query(`CREATE INDEX sync_runs_list ON sync_runs (organisation_id, id DESC)`);
    await runner.query(dueIndex('sync_runs'));
    await runner.query(`
      CREATE TABLE social_videos (
        integration_id uuid NOT NULL,
        video_id text NOT NULL,
        organisation_id text NOT NULL,
        caption text NOT NULL,
        share_url text,
        duration_seconds integer,
        published_at timestamptz NOT NULL,
        views bigint NOT NULL,
        likes bigint NOT NULL,
        comments bigint NOT NULL,
        shares bigint NOT NULL,
        captured_at timestamptz NOT NULL,
        PRIMARY KEY (integration_id, video_id),
        FOREIGN KEY (organisation_id, integration_id) REFERENCES integrations (organisation_id, id)
      )`);
    await runner.query(`
      CREATE INDEX social_videos_list ON social_videos (organisation_id, published_at DESC, video_id DESC)`);
    await runner.query(`CREATE INDEX social_videos_video ON social_videos (video_id)`);
    await isolateTenants(runner, 'sync_runs');
    await isolateTenants(runner, 'social_videos');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE social_videos, sync_runs`);
  }
}
