import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reserveForSystem } from './tenant-table.js';

const ROLES = 'tiktok_connector_app, tiktok_connector_system';
const VISIBLE = `EXISTS (SELECT FROM webhook_receipts r WHERE r.event_id = webhook_events.id
  AND r.organisation_id = current_setting('app.organisation_id', true))`;

/**
 * Splits the events into weeks of their own time, which is the same in every delivery of an event: new keys begin with its
 * day, so that `dedupe_key` stays unique although it is what the table is split by. The present table becomes the partition
 * of all other keys. It is attached as it is, with its indexes: no row is copied, and 82 and 83 spare reading them.
 *
 * Older processes continue: the statements that they use mean the same on the new table, and their keys, which are hashes,
 * belong to the partition that was the table.
 */
export class WebhookWeeks1763800000084 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Nothing may refer to a table whose primary key lacks what it is split by.
    await runner.query('ALTER TABLE webhook_receipts DROP CONSTRAINT webhook_receipts_event_id_fkey');
    await rename(runner, 'webhook_events', 'webhook_events_rest');
    await runner.query(`
      CREATE TABLE webhook_events (LIKE webhook_events_rest INCLUDING DEFAULTS) PARTITION BY RANGE (dedupe_key)`);
    await runner.query(`
      ALTER TABLE webhook_events ADD CONSTRAINT webhook_events_dedupe_key_key UNIQUE (dedupe_key),
        ADD CONSTRAINT webhook_events_status_check
          CHECK (status IN ('received', 'processed', 'ignored', 'quarantined', 'failed'))`);
    for (const [name, rest] of [
      ['due', '(due_at) WHERE due_at IS NOT NULL'],
      ['received', '(received_at)'],
      ['quarantined', `(id) WHERE status = 'quarantined'`],
    ])
      await runner.query(`CREATE INDEX webhook_events_${name} ON webhook_events ${rest}`);
    await reserveForSystem(runner, 'webhook_events', VISIBLE);
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_events TO ${ROLES}`);
    await functions(runner);
    await runner.query(
      `SELECT keep_webhook_weeks((now() - interval '1 week')::date, (now() + interval '6 weeks')::date)`,
    );
    await runner.query('ALTER TABLE webhook_events ATTACH PARTITION webhook_events_rest DEFAULT');
    await runner.query('ALTER TABLE webhook_events_rest DROP CONSTRAINT webhook_events_key_is_hash');
    await close(runner, 'webhook_events_rest');
  }

  async down(runner: QueryRunner): Promise<void> {
    // Row-level security binds the owner, too.
    await runner.query(`SELECT set_config('app.system_reason', 'undo a migration', true)`);
    // Moves the rows to the partition of all other keys. An older process may have stored the same event, too.
    await runner.query(`
      UPDATE webhook_events e SET dedupe_key = substring(e.dedupe_key FROM 9) WHERE octet_length(e.dedupe_key) = 40
        AND NOT EXISTS (SELECT FROM webhook_events o WHERE o.dedupe_key = substring(e.dedupe_key FROM 9))`);
    await runner.query(`
      DELETE FROM webhook_receipts r WHERE NOT EXISTS (
        SELECT FROM webhook_events e WHERE e.id = r.event_id AND octet_length(e.dedupe_key) <> 40)`);
    await runner.query('ALTER TABLE webhook_events DETACH PARTITION webhook_events_rest');
    await runner.query('DROP TABLE webhook_events');
    await runner.query(
      'DROP FUNCTION keep_webhook_weeks(date, date), drop_webhook_week(date), webhook_day_key(date)',
    );
    await rename(runner, 'webhook_events_rest', 'webhook_events');
    await reserveForSystem(runner, 'webhook_events', VISIBLE);
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_events TO ${ROLES}`);
    await runner.query(
      'ALTER TABLE webhook_receipts ADD FOREIGN KEY (event_id) REFERENCES webhook_events (id)',
    );
  }
}

async function rename(runner: QueryRunner, from: string, to: string): Promise<void> {
  await runner.query(`ALTER TABLE ${from} RENAME TO ${to}`);
  await runner.query(`
    DO $$ DECLARE name text; BEGIN
      FOR name IN SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = 'public.${to}'::regclass LOOP
        EXECUTE format('ALTER INDEX public.%I RENAME TO %I', name, '${to}' || substr(name, ${from.length + 1}));
      END LOOP;
    END $$`);
}

/** A partition is reached through its table only. */
async function close(runner: QueryRunner, partition: string): Promise<void> {
  for (const policy of ['tenant_isolation', 'visible', 'system_work'])
    await runner.query(`DROP POLICY IF EXISTS ${policy} ON ${partition}`);
  await runner.query(`DROP TRIGGER IF EXISTS refuse_system_work ON ${partition}`);
  await runner.query(`REVOKE ALL ON ${partition} FROM ${ROLES}`);
}

async function functions(runner: QueryRunner): Promise<void> {
  for (const sql of [DAY_KEY, KEEP_WEEKS, DROP_WEEK]) await runner.query(sql);
  for (const signature of ['keep_webhook_weeks(date, date)', 'drop_webhook_week(date)']) {
    await runner.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION ${signature} TO tiktok_connector_system`);
  }
}

/** The first key of a day. */
const DAY_KEY = `
  CREATE FUNCTION webhook_day_key(day date) RETURNS bytea LANGUAGE sql IMMUTABLE
  RETURN '\\x00000000'::bytea || int4send(day - DATE '1970-01-01')`;

// Weeks begin on Monday. A week is left out if the partition of the rest has events of it: they were sent ahead of their
// time. TikTok waits for the intake, and the intake for these locks, so that they are given up soon. The next call repeats it.
const KEEP_WEEKS = `
  CREATE FUNCTION keep_webhook_weeks(first date, last date) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '1s' AS $$
  DECLARE week date := date_trunc('week', first)::date; name text; made integer := 0;
  BEGIN
    WHILE week <= last LOOP
      name := 'webhook_events_' || to_char(week, 'YYYY_MM_DD');
      IF to_regclass('public.' || name) IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('webhook_events', 0));
        IF to_regclass('public.' || name) IS NULL THEN
          BEGIN
            EXECUTE format('CREATE TABLE public.%I PARTITION OF public.webhook_events (PRIMARY KEY (id)) FOR VALUES FROM (%L) TO (%L)',
              name, webhook_day_key(week), webhook_day_key(week + 7));
            EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
            EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
            EXECUTE format('REVOKE ALL ON public.%I FROM ${ROLES}', name);
            made := made + 1;
          EXCEPTION WHEN check_violation THEN NULL;
          END;
        END IF;
      END IF;
      week := week + 7;
    END LOOP;
    RETURN made;
  END $$`;

const DROP_WEEK = `
  CREATE FUNCTION drop_webhook_week(week date) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '1s' AS $$
  BEGIN
    EXECUTE format('DROP TABLE IF EXISTS public.%I', 'webhook_events_' || to_char(week, 'YYYY_MM_DD'));
  END $$`;
