import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

/** The audit trail. An entry gets its status once, and is not changed otherwise: not even by its owner by mistake. */
export class AdminActions1763800000108 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE admin_actions (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        action text NOT NULL,
        actor_id text NOT NULL,
        actor_name text,
        role text,
        targets jsonb NOT NULL,
        at timestamptz NOT NULL,
        status smallint,
        request_id text
      )`);
    await runner.query('CREATE INDEX admin_actions_list ON admin_actions (organisation_id, id DESC)');
    await runner.query('CREATE INDEX admin_actions_age ON admin_actions (at)');
    await isolateTenants(runner, 'admin_actions');
    await runner.query(`
      CREATE FUNCTION keep_admin_action() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF OLD.status IS NOT NULL OR to_jsonb(NEW) - 'status' <> to_jsonb(OLD) - 'status' THEN
          RAISE EXCEPTION 'an entry of the audit trail is never changed' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER keep BEFORE UPDATE ON admin_actions FOR EACH ROW EXECUTE FUNCTION keep_admin_action()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE admin_actions');
    await runner.query('DROP FUNCTION keep_admin_action()');
  }
}
