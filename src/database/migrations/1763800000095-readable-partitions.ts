import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEEPERS = ['keep_snapshot_partitions(timestamptz, timestamptz)', 'keep_webhook_weeks(date, date)'];

/**
 * Lets the owner read partitions directly, as pg_dump does: row-level security was forced on them without a policy, so that a
 * backup silently left out their rows. No other role has a privilege on a partition.
 */
export class ReadablePartitions1763800000095 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await force(runner, 'NO FORCE');
    for (const keeper of KEEPERS)
      await runner.query(`
        DO $$ BEGIN
          EXECUTE regexp_replace(pg_get_functiondef('${keeper}'::regprocedure),
            '\\n[^\\n]*FORCE ROW LEVEL SECURITY[^\\n]*', '', 'g');
        END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await force(runner, 'FORCE');
    for (const keeper of KEEPERS)
      await runner.query(`
        DO $$ BEGIN
          EXECUTE regexp_replace(pg_get_functiondef('${keeper}'::regprocedure),
            '(\\n[^\\n]*)ENABLE( ROW LEVEL SECURITY[^\\n]*)', '\\1ENABLE\\2\\1FORCE\\2', 'g');
        END $$`);
  }
}

async function force(runner: QueryRunner, what: 'FORCE' | 'NO FORCE'): Promise<void> {
  await runner.query(`
    DO $$ DECLARE name text; BEGIN
      FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relispartition AND relkind = 'r' LOOP
        EXECUTE format('ALTER TABLE public.%I ${what} ROW LEVEL SECURITY', name);
      END LOOP;
    END $$`);
}
