import type { MigrationInterface, QueryRunner } from 'typeorm';

const APP = 'tiktok_connector_app';
const SYSTEM = 'tiktok_connector_system';
const RIGHTS = 'SELECT, INSERT, UPDATE, DELETE';
const NAMED = `coalesce(current_setting(''app.system_reason'', true), '''') <> ''''`;

/** The role of named work across organisations. Start-up then narrows what tenants' work may do (`../access`). */
export class SystemRole1763800000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${SYSTEM}') THEN
          CREATE ROLE ${SYSTEM} NOLOGIN NOSUPERUSER NOBYPASSRLS;
        END IF;
      EXCEPTION
        WHEN duplicate_object OR unique_violation THEN NULL;
        WHEN insufficient_privilege THEN
          RAISE EXCEPTION 'the role ${SYSTEM} does not exist, and the login "%" may not create it', session_user
            USING HINT = format('Run as an administrator: CREATE ROLE ${SYSTEM} NOLOGIN; GRANT ${SYSTEM} TO %I;', session_user);
      END $$`);
    // The owner migrates data as the system does. Where an administrator has arranged that, there is nothing to do.
    await runner.query(`
      DO $$ BEGIN
        IF NOT pg_has_role(session_user, '${SYSTEM}', 'USAGE') THEN
          EXECUTE format('GRANT ${SYSTEM} TO %I', session_user);
        END IF;
      EXCEPTION WHEN insufficient_privilege THEN
        RAISE NOTICE 'the login % may not become ${SYSTEM}', session_user;
      END $$`);
    await runner.query(`GRANT USAGE ON SCHEMA public TO ${SYSTEM}`);
    await runner.query(`ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ${RIGHTS} ON TABLES TO ${SYSTEM}`);
    await runner.query(forEachTable(`GRANT ${RIGHTS} ON TABLE %s TO ${SYSTEM}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION IF EXISTS public.refuse_system_work() CASCADE');
    await runner.query(`
      DO $$ DECLARE p record; BEGIN
        FOR p IN
          SELECT old.tablename, old.qual, old.with_check FROM pg_policies old
          JOIN pg_policies new USING (schemaname, tablename)
          WHERE schemaname = 'public' AND old.policyname = 'tenant_isolation' AND new.policyname = 'system_work'
        LOOP
          EXECUTE format('DROP POLICY system_work ON %I', p.tablename);
          EXECUTE format('ALTER POLICY tenant_isolation ON %I TO PUBLIC USING (%s OR ${NAMED}) WITH CHECK (%s OR ${NAMED})',
            p.tablename, p.qual, p.with_check);
        END LOOP;
      END $$`);
    await runner.query(forEachTable(`GRANT ${RIGHTS} ON TABLE %s TO ${APP}`));
    await runner.query(forEachTable(`REVOKE ALL ON TABLE %s FROM ${SYSTEM}`));
    await runner.query(`ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ${RIGHTS} ON TABLES FROM ${SYSTEM}`);
    await runner.query(`REVOKE USAGE ON SCHEMA public FROM ${SYSTEM}`);
  }
}

/** Of those that the service has made: with row-level security, and owned by the login that migrates. */
function forEachTable(statement: string): string {
  return `
    DO $$ DECLARE one regclass; BEGIN
      FOR one IN
        SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
          AND relforcerowsecurity AND pg_has_role(relowner, 'USAGE')
      LOOP
        EXECUTE format('${statement}', one);
      END LOOP;
    END $$`;
}
