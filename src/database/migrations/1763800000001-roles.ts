import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CONNECTOR_ROLE } from '../connector-role.js';

/** The role without ownership that the service works as (it belongs to the cluster and may be there already), and ids. */
export class Roles1763800000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${CONNECTOR_ROLE}') THEN
          CREATE ROLE ${CONNECTOR_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS;
        END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$`);
    // A login that owns the tables and runs the service becomes the role. Where an administrator has arranged that, or
    // another login runs the service, there is nothing to do and perhaps no right to do it.
    await runner.query(`
      DO $$ BEGIN
        SET LOCAL ROLE ${CONNECTOR_ROLE};
        RESET ROLE;
      EXCEPTION WHEN insufficient_privilege THEN
        BEGIN
          EXECUTE format('GRANT ${CONNECTOR_ROLE} TO %I', session_user);
        EXCEPTION WHEN insufficient_privilege THEN
          RAISE NOTICE 'the login % may not become ${CONNECTOR_ROLE}', session_user;
        END;
      END $$`);
    // UUIDv7 for rows that a statement makes by itself; uuidv7() came with Postgres 18 only.
    await runner.query(`
      CREATE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE AS $$
        SELECT (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
          || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid
      $$`);
    await runner.query(`GRANT USAGE ON SCHEMA public TO ${CONNECTOR_ROLE}`);
    await runner.query(
      `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${CONNECTOR_ROLE}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLES FROM ${CONNECTOR_ROLE}`,
    );
    await runner.query(`DROP FUNCTION new_id()`);
    await runner.query(`REVOKE USAGE ON SCHEMA public FROM ${CONNECTOR_ROLE}`);
  }
}
