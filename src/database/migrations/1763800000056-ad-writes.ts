import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

/**
 * An object at TikTok belongs to the one create that made it, whichever organisations share the ad account. Creates remember
 * their first call, which bounds the look-up after a lost answer. Changes that raise the spend reserve it before they leave.
 */
export class AdWrites1763800000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('app.system_reason', 'migration', true)`);
    // Processes of the older version go on writing: none may claim an object twice before the index exists.
    await runner.query('LOCK TABLE ad_changes IN SHARE ROW EXCLUSIVE MODE');
    await runner.query('ALTER TABLE ad_changes ADD COLUMN first_sent_at timestamptz');
    await runner.query(`UPDATE ad_changes SET first_sent_at = sent_at WHERE action = 'create'`);
    // TikTok named the object in an answer to the create that made it; the others found one of the same name.
    await runner.query(`
      UPDATE ad_changes c SET object_id = NULL, state = 'failed', adopted = false, fail_code = 'not_created', due_at = NULL,
        fail_message = 'The object ' || c.object_id || ' was made by another create with the same name.'
      WHERE c.action = 'create' AND c.object_id IS NOT NULL AND EXISTS (
        SELECT FROM ad_changes o WHERE o.action = 'create' AND o.account_id = c.account_id AND o.level = c.level
          AND o.object_id = c.object_id AND (o.adopted, o.id) < (c.adopted, c.id))`);
    await runner.query(`
      CREATE UNIQUE INDEX ad_changes_created_object ON ad_changes (account_id, level, object_id)
        WHERE action = 'create' AND object_id IS NOT NULL`);
    await runner.query(`
      CREATE INDEX ad_changes_recent ON ad_changes (organisation_id, account_id, finished_at)
        WHERE action IN ('status', 'update')`);
    await runner.query(`
      CREATE TABLE ad_spend_reservations (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        account_id text NOT NULL,
        edits jsonb NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(
      'CREATE INDEX ad_spend_reservations_of_account ON ad_spend_reservations (organisation_id, account_id)',
    );
    await isolateTenants(runner, 'ad_spend_reservations');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ad_spend_reservations');
    await runner.query('DROP INDEX ad_changes_recent');
    await runner.query('DROP INDEX ad_changes_created_object');
    await runner.query('ALTER TABLE ad_changes DROP COLUMN first_sent_at');
  }
}
