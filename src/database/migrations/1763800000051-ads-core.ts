import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';
import { dueIndex, WORK_COLUMNS } from './work-columns.js';

/** Our copy of ad objects, the journal of every change to them, and launches. */
export class AdsCore1763800000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ad_objects (
        organisation_id text NOT NULL,
        account_id text NOT NULL,
        level text NOT NULL,
        id text NOT NULL,
        family text NOT NULL,
        campaign_id text,
        ad_group_id text,
        name text,
        objective text,
        operation_status text,
        secondary_status text,
        budget_mode text,
        budget numeric,
        data jsonb NOT NULL,
        created_at timestamptz,
        as_of timestamptz NOT NULL,
        PRIMARY KEY (organisation_id, account_id, level, id)
      )`);
    await isolateTenants(runner, 'ad_objects');
    await runner.query(`
      CREATE TABLE ad_launches (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        account_id text NOT NULL,
        idempotency_key text,
        body_hash bytea NOT NULL,
        name text NOT NULL,
        status text NOT NULL,
        family text NOT NULL,
        body jsonb NOT NULL,
        daily_spend jsonb NOT NULL,
        requested_by text NOT NULL,
        reason text,
        approved_by text,
        approved_at timestamptz,
        fail_code text,
        fail_reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        ${WORK_COLUMNS}
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX ad_launches_key ON ad_launches (organisation_id, idempotency_key)
        WHERE idempotency_key IS NOT NULL`);
    await runner.query('CREATE INDEX ad_launches_of_organisation ON ad_launches (organisation_id, id)');
    await runner.query(dueIndex('ad_launches'));
    await isolateTenants(runner, 'ad_launches');
    await runner.query(`
      CREATE TABLE ad_launch_steps (
        launch_id uuid NOT NULL REFERENCES ad_launches ON DELETE CASCADE,
        organisation_id text NOT NULL,
        position integer NOT NULL,
        key text NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        status text NOT NULL,
        object_id text,
        detail jsonb,
        message text,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (launch_id, position)
      )`);
    await isolateTenants(runner, 'ad_launch_steps');
    await runner.query(`
      CREATE TABLE ad_changes (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        account_id text NOT NULL,
        level text NOT NULL,
        family text NOT NULL,
        action text NOT NULL,
        object_id text,
        name text,
        actor_kind text NOT NULL,
        actor_id text,
        reason text,
        launch_id uuid,
        step_key text,
        state text NOT NULL,
        adopted boolean NOT NULL DEFAULT false,
        request_id text,
        body jsonb NOT NULL,
        before jsonb,
        after jsonb,
        differences jsonb,
        tiktok_request_id text,
        fail_code text,
        fail_message text,
        created_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz,
        finished_at timestamptz,
        ${WORK_COLUMNS}
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX ad_changes_of_step ON ad_changes (launch_id, step_key)
        WHERE launch_id IS NOT NULL AND step_key IS NOT NULL`);
    await runner.query('CREATE INDEX ad_changes_of_account ON ad_changes (organisation_id, account_id, id)');
    await runner.query('CREATE INDEX ad_changes_of_object ON ad_changes (organisation_id, object_id)');
    await runner.query(dueIndex('ad_changes'));
    await isolateTenants(runner, 'ad_changes');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ad_changes', 'ad_launch_steps', 'ad_launches', 'ad_objects'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
