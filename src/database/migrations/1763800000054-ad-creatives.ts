import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';
import { dueIndex, WORK_COLUMNS } from './work-columns.js';

/**
 * Videos and images on their way into an ad account, the posts of creators that it may promote, and what its calls have shown
 * that it may do.
 */
export class AdCreatives1763800000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ad_creatives (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        integration_id uuid NOT NULL,
        account_id text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('video', 'image')),
        name text NOT NULL,
        source text NOT NULL CHECK (source IN ('upload', 'url', 'publication')),
        source_ref text,
        status text NOT NULL
          CHECK (status IN ('receiving', 'uploading', 'processing', 'ready', 'failed', 'unknown')),
        staged_file text,
        size_bytes bigint,
        md5 text,
        media_type text,
        facts jsonb,
        uploaded_bytes bigint NOT NULL DEFAULT 0,
        sent_at timestamptz,
        video_id text,
        image_id text,
        cover_image_id text,
        covers jsonb NOT NULL DEFAULT '[]',
        details jsonb,
        fail_code text,
        fail_reason text,
        created_by text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        processing_since timestamptz,
        ${WORK_COLUMNS}
      )`);
    await runner.query(dueIndex('ad_creatives'));
    await runner.query(`CREATE INDEX ad_creatives_list ON ad_creatives (organisation_id, id)`);
    // Finds the same bytes in the same account.
    await runner.query(
      `CREATE INDEX ad_creatives_bytes ON ad_creatives (organisation_id, account_id, md5) WHERE md5 IS NOT NULL`,
    );
    // For the janitor of staged files.
    await runner.query(
      `CREATE INDEX ad_creatives_staged ON ad_creatives (staged_file) WHERE staged_file IS NOT NULL`,
    );
    await isolateTenants(runner, 'ad_creatives');
    await runner.query(`
      CREATE TABLE ad_spark_posts (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        integration_id uuid NOT NULL,
        account_id text NOT NULL,
        code_hash bytea NOT NULL,
        status text NOT NULL CHECK (status IN ('authorizing', 'authorized', 'failed', 'unbound')),
        item_id text,
        details jsonb,
        authorized_until timestamptz,
        fail_code text,
        fail_reason text,
        created_by text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (organisation_id, account_id, code_hash)
      )`);
    await isolateTenants(runner, 'ad_spark_posts');
    await runner.query(`
      CREATE TABLE ad_account_capabilities (
        organisation_id text NOT NULL,
        account_id text NOT NULL,
        capability text NOT NULL,
        allowed boolean NOT NULL,
        code text,
        noted_at timestamptz NOT NULL,
        PRIMARY KEY (organisation_id, account_id, capability)
      )`);
    await isolateTenants(runner, 'ad_account_capabilities');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ad_account_capabilities`);
    await runner.query(`DROP TABLE ad_spark_posts`);
    await runner.query(`DROP TABLE ad_creatives`);
  }
}
