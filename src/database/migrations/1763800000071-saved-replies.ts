import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

/** Texts that an organisation answers with again and again. */
export class SavedReplies1763800000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE crm_saved_replies (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        title text NOT NULL,
        text text NOT NULL,
        updated_by text NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX crm_saved_replies_list ON crm_saved_replies (organisation_id, id DESC)');
    await isolateTenants(runner, 'crm_saved_replies');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE crm_saved_replies');
  }
}
