import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';
import { dueIndex, WORK_COLUMNS } from './work-columns.js';

/** Customer audiences, and every operation on them. No column ever holds an identifier, hashed or not. */
export class Audiences1763800000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ad_audiences (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        account_id text NOT NULL,
        name text NOT NULL,
        kind text NOT NULL,
        policy jsonb NOT NULL,
        consent jsonb,
        retention_days integer,
        lookalike jsonb,
        tiktok_id text,
        cover_number bigint,
        is_valid boolean,
        is_expiring boolean,
        expires_at timestamptz,
        message text,
        as_of timestamptz,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX ad_audiences_name ON ad_audiences (organisation_id, account_id, name)
        WHERE deleted_at IS NULL`);
    await isolateTenants(runner, 'ad_audiences');
    await runner.query(`
      CREATE TABLE ad_audience_uploads (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        audience_id uuid NOT NULL REFERENCES ad_audiences ON DELETE CASCADE,
        account_id text NOT NULL,
        action text NOT NULL,
        state text NOT NULL,
        detail jsonb,
        report jsonb,
        kinds jsonb,
        parts jsonb,
        rows_sent bigint NOT NULL DEFAULT 0,
        counted_at timestamptz,
        sent_at timestamptz,
        finished_at timestamptz,
        fail_code text,
        fail_message text,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        ${WORK_COLUMNS}
      )`);
    await runner.query(
      'CREATE INDEX ad_audience_uploads_of_audience ON ad_audience_uploads (audience_id, id)',
    );
    await runner.query(dueIndex('ad_audience_uploads'));
    await isolateTenants(runner, 'ad_audience_uploads');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ad_audience_uploads', 'ad_audiences']) await runner.query(`DROP TABLE ${table}`);
  }
}
