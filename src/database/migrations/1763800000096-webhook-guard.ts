import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Promises that the partition of the rest has no event of a coming week, and 97 checks that. Then 97 adds a partition of all
 * coming weeks without reading the rest while the intake waits.
 */
export class WebhookGuard1763800000096 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Row-level security binds the owner, too.
    await runner.query(
      `SELECT set_config('app.system_reason', 'prepare the coming weeks of webhooks', true)`,
    );
    await runner.query(`
      DO $$ DECLARE first bytea; BEGIN
        SELECT webhook_day_key(max(to_date(right(c.relname, 10), 'YYYY_MM_DD')) + 7) INTO first
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'public.webhook_events'::regclass AND c.relname <> 'webhook_events_rest';
        EXECUTE format('ALTER TABLE webhook_events_rest ADD CONSTRAINT webhook_events_guard
          CHECK (dedupe_key < %L OR dedupe_key >= ''\\x000000000000ea60'') NOT VALID',
          coalesce(first, webhook_day_key(date_trunc('week', now())::date)));
        UPDATE webhook_events_rest SET dedupe_key = substring(dedupe_key FROM 9) || uuid_send(id)
        WHERE dedupe_key >= coalesce(first, webhook_day_key(date_trunc('week', now())::date))
          AND dedupe_key < '\\x000000000000ea60';
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE webhook_events_rest DROP CONSTRAINT IF EXISTS webhook_events_guard');
  }
}
