import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';
import { dueIndex, WORK_COLUMNS } from './work-columns.js';

export class Publications1763800000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE publications (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        integration_id uuid NOT NULL,
        title text NOT NULL,
        caption text NOT NULL,
        privacy_level text NOT NULL,
        allow_comment boolean NOT NULL,
        allow_duet boolean NOT NULL,
        allow_stitch boolean NOT NULL,
        status text NOT NULL CHECK (status IN ('awaiting_upload', 'ready', 'publishing', 'processing', 'published',
          'public', 'in_inbox', 'failed', 'unknown', 'cancelled', 'removed')),
        fail_code text,
        fail_reason text,
        staged_file text,
        media_type text,
        size_bytes bigint,
        sha256 text,
        init_sent_at timestamptz,
        tiktok_publish_id text,
        upload_url text,
        chunk_size integer,
        uploaded_bytes bigint NOT NULL DEFAULT 0,
        transferred_at timestamptz,
        polls integer NOT NULL DEFAULT 0,
        post_ids text[] NOT NULL DEFAULT '{}',
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        ${WORK_COLUMNS},
        FOREIGN KEY (organisation_id, integration_id) REFERENCES integrations (organisation_id, id)
      )`);
    await runner.query(dueIndex('publications'));
    await runner.query(`CREATE INDEX publications_tiktok ON publications (tiktok_publish_id)`);
    await runner.query(`CREATE INDEX publications_list ON publications (organisation_id, id DESC)`);
    await isolateTenants(runner, 'publications');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE publications`);
  }
}
