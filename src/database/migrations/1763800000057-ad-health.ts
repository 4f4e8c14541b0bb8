import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';
import { dueIndex, WORK_COLUMNS } from './work-columns.js';

/** The health of ad accounts: what regular checks have found, and since when objects have their status. */
export class AdHealth1763800000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ad_objects ADD COLUMN status_since timestamptz');
    await runner.query(`
      CREATE TABLE ad_account_health (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        account_id text NOT NULL,
        state text NOT NULL,
        problem jsonb,
        status text,
        balance numeric,
        currency text,
        checked_at timestamptz,
        ${WORK_COLUMNS},
        UNIQUE (organisation_id, account_id)
      )`);
    await runner.query(dueIndex('ad_account_health'));
    await isolateTenants(runner, 'ad_account_health');
    await runner.query(`
      CREATE TABLE ad_health_findings (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        account_id text NOT NULL,
        topic text NOT NULL,
        object_id text NOT NULL,
        campaign_id text,
        name text,
        reason text NOT NULL,
        fix text,
        since timestamptz NOT NULL,
        notice_key text NOT NULL,
        UNIQUE (organisation_id, account_id, topic, object_id)
      )`);
    await runner.query('CREATE INDEX ad_health_findings_list ON ad_health_findings (organisation_id, id)');
    await isolateTenants(runner, 'ad_health_findings');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ad_health_findings');
    await runner.query('DROP TABLE ad_account_health');
    await runner.query('ALTER TABLE ad_objects DROP COLUMN status_since');
  }
}
