import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

const BEFORE = `'profile', 'videos', 'comments', 'ads', 'messages'`;

/** Both tables name the kinds of syncs. */
async function allowKinds(runner: QueryRunner, kinds: string): Promise<void> {
  for (const table of ['sync_runs', 'sync_schedules'])
    await runner.query(`
      ALTER TABLE ${table} DROP CONSTRAINT ${table}_kind_check,
        ADD CONSTRAINT ${table}_kind_check CHECK (kind IN (${kinds}))`);
}

/** The ads that show a comment, and when the comments of each ad group were last read. */
export class AdComments1763800000088 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE messages ADD COLUMN ads jsonb');
    await runner.query('ALTER TABLE conversations ADD COLUMN ad jsonb');
    await runner.query(`
      CREATE TABLE ad_comment_listings (
        integration_id uuid NOT NULL,
        account_id text NOT NULL,
        ad_group_id text NOT NULL,
        organisation_id text NOT NULL,
        to_end boolean NOT NULL,
        read_at timestamptz NOT NULL,
        PRIMARY KEY (integration_id, account_id, ad_group_id),
        FOREIGN KEY (organisation_id, integration_id) REFERENCES integrations (organisation_id, id) ON DELETE CASCADE
      )`);
    await runner.query(
      'CREATE INDEX ad_comment_listings_organisation ON ad_comment_listings (organisation_id)',
    );
    await isolateTenants(runner, 'ad_comment_listings');
    await allowKinds(runner, `${BEFORE}, 'ad_comments'`);
    // What stands against the sync of ads stands against this one.
    await runner.query(`SELECT set_config('app.system_reason', 'plan the syncs of ad comments', true)`);
    await runner.query(`
      INSERT INTO sync_schedules (integration_id, kind, organisation_id, due_at, problem)
      SELECT integration_id, 'ad_comments', organisation_id, CASE WHEN due_at IS NOT NULL THEN now() END, problem
      FROM sync_schedules WHERE kind = 'ads'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('app.system_reason', 'undo a migration', true)`);
    await runner.query(`DELETE FROM sync_runs WHERE kind = 'ad_comments'`);
    await runner.query(`DELETE FROM sync_schedules WHERE kind = 'ad_comments'`);
    await allowKinds(runner, BEFORE);
    await runner.query('DROP TABLE ad_comment_listings');
    await runner.query('ALTER TABLE conversations DROP COLUMN ad');
    await runner.query('ALTER TABLE messages DROP COLUMN ads');
  }
}
