import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

const STATUSES = `'awaiting_upload', 'ready', 'publishing', 'processing', 'published', 'public', 'in_inbox', 'failed',
  'unknown', 'cancelled', 'removed'`;

/** Posts of every kind: their files have rows of their own, they may wait for a time, and may be tried anew. */
export class PublicationMedia1763800000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE publications ADD UNIQUE (organisation_id, id)`);
    await runner.query(`
      CREATE TABLE publication_media (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        publication_id uuid NOT NULL,
        position integer NOT NULL,
        source text NOT NULL CHECK (source IN ('upload', 'url')),
        url text,
        staged_file text,
        media_type text,
        size_bytes bigint,
        sha256 text,
        facts jsonb,
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (publication_id, position),
        CHECK ((source = 'url') = (url IS NOT NULL)),
        FOREIGN KEY (organisation_id, publication_id) REFERENCES publications (organisation_id, id) ON DELETE CASCADE
      )`);
    // The janitor asks which files in the staging store are still somebody's.
    await runner.query(`
      CREATE INDEX publication_media_staged ON publication_media (staged_file) WHERE staged_file IS NOT NULL`);
    // The system's row-level policy applies to this copy as to every statement.
    await runner.query(`SELECT set_config('app.system_reason', 'migration', true)`);
    await runner.query(`
      INSERT INTO publication_media (id, organisation_id, publication_id, position, source, staged_file, media_type,
        size_bytes, sha256)
      SELECT gen_random_uuid(), organisation_id, id, 0, 'upload', staged_file, media_type, size_bytes, sha256
      FROM publications`);
    await isolateTenants(runner, 'publication_media');
    await runner.query(`
      ALTER TABLE publications
        DROP COLUMN staged_file, DROP COLUMN media_type, DROP COLUMN size_bytes, DROP COLUMN sha256,
        ALTER COLUMN privacy_level DROP NOT NULL,
        ADD COLUMN kind text NOT NULL DEFAULT 'video' CHECK (kind IN ('video', 'photo')),
        ADD COLUMN mode text NOT NULL DEFAULT 'direct' CHECK (mode IN ('direct', 'draft')),
        ADD COLUMN route text CHECK (route IN ('open_api', 'business')),
        ADD COLUMN options jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN publish_at timestamptz,
        ADD COLUMN time_zone text,
        ADD COLUMN waits_for text,
        ADD COLUMN consented_at timestamptz,
        ADD COLUMN consented_by text,
        ADD COLUMN retry_of uuid UNIQUE,
        ADD COLUMN settled_by text CHECK (settled_by IN ('status', 'video_list', 'person', 'published_again')),
        ADD COLUMN plan_step integer NOT NULL DEFAULT 0,
        ADD COLUMN former_publish_ids text[] NOT NULL DEFAULT '{}',
        DROP CONSTRAINT publications_status_check,
        ADD CONSTRAINT publications_status_check CHECK (status IN (${STATUSES}, 'scheduled'))`);
    await runner.query(
      `ALTER TABLE publications ALTER COLUMN kind DROP DEFAULT, ALTER COLUMN mode DROP DEFAULT`,
    );
    // Quotas: what an account has begun within the last day.
    await runner.query(`CREATE INDEX publications_begun ON publications (integration_id, init_sent_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX publications_begun`);
    await runner.query(`
      ALTER TABLE publications
        DROP CONSTRAINT publications_status_check,
        ADD CONSTRAINT publications_status_check CHECK (status IN (${STATUSES})) NOT VALID,
        DROP COLUMN kind, DROP COLUMN mode, DROP COLUMN route, DROP COLUMN options, DROP COLUMN publish_at,
        DROP COLUMN time_zone, DROP COLUMN waits_for, DROP COLUMN consented_at, DROP COLUMN consented_by,
        DROP COLUMN retry_of, DROP COLUMN settled_by, DROP COLUMN plan_step, DROP COLUMN former_publish_ids,
        ADD COLUMN staged_file text, ADD COLUMN media_type text, ADD COLUMN size_bytes bigint, ADD COLUMN sha256 text`);
    await runner.query(`SELECT set_config('app.system_reason', 'migration', true)`);
    await runner.query(`
      UPDATE publications p SET staged_file = m.staged_file, media_type = m.media_type, size_bytes = m.size_bytes,
        sha256 = m.sha256
      FROM publication_media m WHERE m.publication_id = p.id AND m.position = 0`);
    await runner.query(`DROP TABLE publication_media`);
    await runner.query(`ALTER TABLE publications DROP CONSTRAINT publications_organisation_id_id_key`);
  }
}
