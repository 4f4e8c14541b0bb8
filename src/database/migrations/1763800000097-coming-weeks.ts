import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = 'tiktok_connector_app, tiktok_connector_system';
// Processes of the version before read the names of partitions as weeks: this one is a week that they never reach.
const LATER = 'webhook_events_until_2134_04_12';
const END = `'\\x000000000000ea60'::bytea`;
const SIGNATURES = ['keep_webhook_weeks(date, date)', 'guard_webhook_weeks()', 'check_webhook_guard()'];

/**
 * Gives the events of all weeks that do not exist yet a partition of their own. A new week is cut off it: so the rest needs no
 * reading while the intake waits. What proves to PostgreSQL that the rest has none of its events is a constraint, which is
 * checked while processes continue to store events, and removed afterwards: when a week is dropped, the rest takes its events.
 */
export class ComingWeeks1763800000097 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE webhook_events_rest VALIDATE CONSTRAINT webhook_events_guard');
    await runner.query(`SET LOCAL bytea_output = 'hex'`);
    await runner.query(
      `DO $$ BEGIN EXECUTE format('CREATE TABLE ${LATER} PARTITION OF webhook_events (PRIMARY KEY (id)) FOR VALUES FROM (%L) TO (%L)',
        (SELECT (regexp_match(pg_get_constraintdef(oid), '\\\\x0{8}[0-9a-f]{8}'))[1]::bytea FROM pg_constraint
          WHERE conrelid = 'webhook_events_rest'::regclass AND conname = 'webhook_events_guard'), ${END}); END $$`,
    );
    await runner.query(`ALTER TABLE ${LATER} ENABLE ROW LEVEL SECURITY`);
    await runner.query(`REVOKE ALL ON ${LATER} FROM ${ROLES}`);
    await runner.query('ALTER TABLE webhook_events_rest DROP CONSTRAINT webhook_events_guard');
    await runner.query('ALTER FUNCTION keep_webhook_weeks(date, date) RENAME TO keep_past_webhook_weeks');
    for (const sql of [WEEKS_END, GUARD, CHECK_GUARD, KEEP_WEEKS]) await runner.query(sql);
    for (const signature of SIGNATURES) {
      await runner.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
      await runner.query(`GRANT EXECUTE ON FUNCTION ${signature} TO tiktok_connector_system`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of SIGNATURES) await runner.query(`DROP FUNCTION ${signature}`);
    await runner.query('DROP FUNCTION webhook_weeks_end()');
    await runner.query('ALTER FUNCTION keep_past_webhook_weeks(date, date) RENAME TO keep_webhook_weeks');
    await runner.query('ALTER TABLE webhook_events_rest DROP CONSTRAINT IF EXISTS webhook_events_guard');
    await runner.query(`ALTER TABLE webhook_events DETACH PARTITION ${LATER}`);
    await runner.query(`INSERT INTO webhook_events_rest SELECT * FROM ${LATER}`);
    await runner.query(`DROP TABLE ${LATER}`);
  }
}

/** The first day without a week. */
const WEEKS_END = `
  CREATE FUNCTION webhook_weeks_end() RETURNS date
  LANGUAGE sql STABLE SET search_path = public, pg_temp SET bytea_output = 'hex' AS $$
    SELECT DATE '1970-01-01' + ('x' || substring(pg_get_expr(relpartbound, oid) FROM 'FROM .''\\\\x0{8}([0-9a-f]{8})'))::bit(32)::integer
    FROM pg_class WHERE oid = 'public.${LATER}'::regclass $$`;

// Nothing waits for the check, and it may wait for a vacuum. It takes no lock that keeps events from being stored.
const GUARD = `
  CREATE FUNCTION guard_webhook_weeks() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '1s' AS $$
  BEGIN
    EXECUTE format('ALTER TABLE public.webhook_events_rest ADD CONSTRAINT webhook_events_guard
      CHECK (dedupe_key < %L OR dedupe_key >= %L) NOT VALID', webhook_day_key(webhook_weeks_end()), ${END});
  EXCEPTION WHEN duplicate_object THEN NULL;
  END $$`;

const CHECK_GUARD = `
  CREATE FUNCTION check_webhook_guard() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '10s' AS $$
  BEGIN
    ALTER TABLE public.webhook_events_rest VALIDATE CONSTRAINT webhook_events_guard;
  EXCEPTION WHEN check_violation OR undefined_object THEN NULL;
  END $$`;

// Weeks begin on Monday. TikTok waits for the intake, and the intake for these locks, so that they are given up soon.
const KEEP_WEEKS = `
  CREATE FUNCTION keep_webhook_weeks(first date, last date) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '1s' AS $$
  DECLARE week date; name text; made integer := 0;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('webhook_events', 0));
    week := webhook_weeks_end();
    IF first < week THEN made := keep_past_webhook_weeks(first, least(last, week - 1)); END IF;
    IF week <= last THEN
      ALTER TABLE public.webhook_events DETACH PARTITION public.${LATER};
      WHILE week <= last LOOP
        name := 'webhook_events_' || to_char(week, 'YYYY_MM_DD');
        EXECUTE format('CREATE TABLE public.%I PARTITION OF public.webhook_events (PRIMARY KEY (id)) FOR VALUES FROM (%L) TO (%L)',
          name, webhook_day_key(week), webhook_day_key(week + 7));
        EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('REVOKE ALL ON public.%I FROM ${ROLES}', name);
        EXECUTE format('WITH own AS (DELETE FROM public.${LATER} WHERE dedupe_key < %L RETURNING *) INSERT INTO public.%I SELECT * FROM own',
          webhook_day_key(week + 7), name);
        made := made + 1;
        week := week + 7;
      END LOOP;
      EXECUTE format('ALTER TABLE public.webhook_events ATTACH PARTITION public.${LATER} FOR VALUES FROM (%L) TO (%L)',
        webhook_day_key(week), ${END});
    END IF;
    ALTER TABLE public.webhook_events_rest DROP CONSTRAINT IF EXISTS webhook_events_guard;
    RETURN made;
  END $$`;
