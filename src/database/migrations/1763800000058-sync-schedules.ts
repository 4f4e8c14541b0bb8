import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

const BEFORE = `'profile', 'videos'`;
const STATUSES = `'queued', 'running', 'succeeded', 'incomplete', 'failed'`;
const ROLES = 'tiktok_connector_app, tiktok_connector_system';

/**
 * Syncs by what is due: a schedule per integration and kind, and turns that organisations take. Figures get a history:
 * snapshots of videos in monthly partitions, and figures of accounts by day.
 */
export class SyncSchedules1763800000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runs(runner);
    await schedules(runner);
    await activity(runner);
    await snapshots(runner);
    await accountDays(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('app.system_reason', 'undo a migration', true)`);
    await runner.query(
      'DROP TABLE account_days, engagement_snapshots, sync_policies, sync_turns, sync_schedules',
    );
    await runner.query('DROP FUNCTION keep_snapshot_partitions(timestamptz, timestamptz)');
    await runner.query('DROP FUNCTION drop_snapshot_partitions(timestamptz)');
    await runner.query('DROP VIEW social_videos');
    await runner.query('DROP INDEX social_activity_age');
    await runner.query(`
      ALTER TABLE social_activity DROP COLUMN source, DROP COLUMN cover_url, DROP COLUMN cover_expires_at,
        DROP COLUMN media_type, DROP COLUMN gone_reason, DROP COLUMN favorites, DROP COLUMN reach,
        DROP COLUMN insights, DROP COLUMN insights_at`);
    await runner.query('ALTER TABLE social_activity RENAME TO social_videos');
    await runner.query(`DELETE FROM sync_runs WHERE kind NOT IN (${BEFORE})`);
    await runner.query(`UPDATE sync_runs SET status = 'failed' WHERE status = 'cancelled'`);
    await runner.query(`
      ALTER TABLE sync_runs DROP COLUMN total, DROP COLUMN warnings, DROP COLUMN request_ids,
        DROP CONSTRAINT sync_runs_kind_check, ADD CONSTRAINT sync_runs_kind_check CHECK (kind IN (${BEFORE})),
        DROP CONSTRAINT sync_runs_status_check, ADD CONSTRAINT sync_runs_status_check CHECK (status IN (${STATUSES})),
        DROP CONSTRAINT sync_runs_trigger_check,
        ADD CONSTRAINT sync_runs_trigger_check CHECK (trigger IN ('cron', 'manual'))`);
  }
}

async function runs(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE sync_runs ADD COLUMN total integer, ADD COLUMN warnings jsonb NOT NULL DEFAULT '[]',
      ADD COLUMN request_ids text[] NOT NULL DEFAULT '{}',
      DROP CONSTRAINT sync_runs_kind_check,
      ADD CONSTRAINT sync_runs_kind_check CHECK (kind IN (${BEFORE}, 'comments', 'ads')),
      DROP CONSTRAINT sync_runs_status_check,
      ADD CONSTRAINT sync_runs_status_check CHECK (status IN (${STATUSES}, 'cancelled')),
      DROP CONSTRAINT sync_runs_trigger_check,
      ADD CONSTRAINT sync_runs_trigger_check CHECK (trigger IN ('cron', 'manual', 'webhook'))`);
}

/** `due_at` is null while nothing is planned: the integration is not active, or cannot do this kind. */
async function schedules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE sync_schedules (
      integration_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN (${BEFORE}, 'comments', 'ads')),
      organisation_id text NOT NULL,
      due_at timestamptz,
      problem jsonb,
      cursor text,
      listed_at timestamptz,
      succeeded_at timestamptz,
      failing_since timestamptz,
      failures integer NOT NULL DEFAULT 0,
      PRIMARY KEY (integration_id, kind),
      FOREIGN KEY (organisation_id, integration_id) REFERENCES integrations (organisation_id, id)
    )`);
  await runner.query(`
    CREATE INDEX sync_schedules_due ON sync_schedules (organisation_id, due_at) WHERE due_at IS NOT NULL`);
  await isolateTenants(runner, 'sync_schedules');
  await runner.query(`
    CREATE TABLE sync_turns (organisation_id text PRIMARY KEY, turn_at timestamptz NOT NULL)`);
  await runner.query('CREATE INDEX sync_turns_next ON sync_turns (turn_at)');
  await isolateTenants(runner, 'sync_turns');
  await runner.query(`
    CREATE TABLE sync_policies (
      organisation_id text PRIMARY KEY,
      policy jsonb NOT NULL,
      updated_at timestamptz NOT NULL,
      updated_by text NOT NULL
    )`);
  await isolateTenants(runner, 'sync_policies');
  await runner.query(`SELECT set_config('app.system_reason', 'plan the syncs of connected accounts', true)`);
  await runner.query(`
    INSERT INTO sync_schedules (integration_id, kind, organisation_id, due_at)
    SELECT id, kind, organisation_id, now() FROM integrations CROSS JOIN unnest(ARRAY[${BEFORE}, 'comments', 'ads']) AS kind
    WHERE status = 'active'`);
  await runner.query(`
    INSERT INTO sync_turns (organisation_id, turn_at)
    SELECT DISTINCT organisation_id, now() FROM sync_schedules`);
}

/** An older process that still runs writes to the view of the former name. */
async function activity(runner: QueryRunner): Promise<void> {
  await runner.query('ALTER TABLE social_videos RENAME TO social_activity');
  await runner.query(`
    ALTER TABLE social_activity ADD COLUMN source text, ADD COLUMN cover_url text,
      ADD COLUMN cover_expires_at timestamptz, ADD COLUMN media_type text, ADD COLUMN gone_reason text,
      ADD COLUMN favorites bigint, ADD COLUMN reach bigint, ADD COLUMN insights jsonb, ADD COLUMN insights_at timestamptz`);
  await runner.query(`
    CREATE INDEX social_activity_age ON social_activity (integration_id, published_at DESC, video_id DESC)`);
  await runner.query(`
    CREATE VIEW social_videos WITH (security_invoker = true) AS SELECT * FROM social_activity`);
  await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON social_videos TO ${ROLES}`);
}

/** Without a foreign key: it would be checked for each of many rows. A purge of the integration deletes its rows. */
async function snapshots(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE engagement_snapshots (
      organisation_id text NOT NULL,
      integration_id uuid NOT NULL,
      video_id text NOT NULL,
      slot timestamptz NOT NULL,
      source text NOT NULL,
      captured_at timestamptz NOT NULL,
      views bigint,
      likes bigint,
      comments bigint,
      shares bigint,
      favorites bigint,
      reach bigint,
      insights jsonb,
      PRIMARY KEY (integration_id, video_id, slot, source)
    ) PARTITION BY RANGE (slot)`);
  await isolateTenants(runner, 'engagement_snapshots');
  await runner.query(KEEP_PARTITIONS);
  await runner.query(DROP_PARTITIONS);
  for (const signature of [
    'keep_snapshot_partitions(timestamptz, timestamptz)',
    'drop_snapshot_partitions(timestamptz)',
  ]) {
    await runner.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION ${signature} TO tiktok_connector_system`);
  }
  await runner.query(`SELECT keep_snapshot_partitions(now(), now() + interval '3 months')`);
}

// Months are those of UTC. A partition is closed to direct access: rows are reached through their table only.
const KEEP_PARTITIONS = `
  CREATE FUNCTION keep_snapshot_partitions(first timestamptz, last timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE month timestamp := date_trunc('month', first AT TIME ZONE 'UTC'); name text; made integer := 0;
  BEGIN
    WHILE month <= last AT TIME ZONE 'UTC' LOOP
      name := 'engagement_snapshots_' || to_char(month, 'YYYY_MM');
      IF to_regclass('public.' || name) IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('engagement_snapshots', 0));
        IF to_regclass('public.' || name) IS NULL THEN
          EXECUTE format('CREATE TABLE public.%I PARTITION OF public.engagement_snapshots FOR VALUES FROM (%L) TO (%L)',
            name, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
          EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
          EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
          EXECUTE format('REVOKE ALL ON public.%I FROM ${ROLES}', name);
          made := made + 1;
        END IF;
      END IF;
      month := month + interval '1 month';
    END LOOP;
    RETURN made;
  END $$`;

const DROP_PARTITIONS = `
  CREATE FUNCTION drop_snapshot_partitions(before timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE name text; dropped integer := 0;
  BEGIN
    FOR name IN
      SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = 'public.engagement_snapshots'::regclass
        AND to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= before AT TIME ZONE 'UTC'
    LOOP
      EXECUTE format('DROP TABLE public.%I', name);
      dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
  END $$`;

async function accountDays(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE account_days (
      organisation_id text NOT NULL,
      integration_id uuid NOT NULL,
      day date NOT NULL,
      source text NOT NULL,
      captured_at timestamptz NOT NULL,
      followers bigint,
      following bigint,
      likes bigint,
      videos bigint,
      insights jsonb,
      PRIMARY KEY (integration_id, day, source),
      FOREIGN KEY (organisation_id, integration_id) REFERENCES integrations (organisation_id, id)
    )`);
  await isolateTenants(runner, 'account_days');
}
