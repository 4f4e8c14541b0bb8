import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';
import { ADD_WORK_COLUMNS, DROP_WORK_COLUMNS, dueIndex } from './work-columns.js';

/** Integrations become work: what their expiry, return and end bring with them happens after the commit that says so. */
export class IntegrationLife1763800000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE integrations ${ADD_WORK_COLUMNS}, ADD COLUMN expired_at timestamptz`);
    await runner.query(dueIndex('integrations'));
    await runner.query(
      `UPDATE integrations SET expired_at = updated_at, due_at = now() WHERE status = 'expired'`,
    );
    await runner.query(`
      CREATE TABLE audit_entries (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        actor text NOT NULL,
        happened_at timestamptz NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE INDEX audit_entries_list ON audit_entries (organisation_id, id DESC)`);
    await isolateTenants(runner, 'audit_entries');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE audit_entries`);
    await runner.query(`ALTER TABLE integrations ${DROP_WORK_COLUMNS}, DROP COLUMN expired_at`);
  }
}
