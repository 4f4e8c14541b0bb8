import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = 'tiktok_connector_app, tiktok_connector_system';

/** Lines of the audit log are written and read, and never changed: not by the service, and not by its owner by mistake. */
export class AuditInsertOnly1763800000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON audit_entries FROM ${ROLES}`);
    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
      END $$`);
    await runner.query(`
      CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER insert_only ON audit_entries`);
    await runner.query(`DROP FUNCTION refuse_change()`);
    await runner.query(`GRANT UPDATE, DELETE ON audit_entries TO ${ROLES}`);
  }
}
