import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Promises that no stored key is one of those that begin with a time, which 84 introduces: they are 4 zero bytes and the day
 * since 1970, here from 2024 to 2134. Keys are hashes until then. The promise is checked by 83, and lets 84 attach a big
 * table as a partition without reading it.
 */
export class WebhookKeyRange1763800000082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE webhook_events ADD CONSTRAINT webhook_events_key_is_hash
        CHECK (dedupe_key < '\\x0000000000004e20' OR dedupe_key >= '\\x000000000000ea60') NOT VALID`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE webhook_events DROP CONSTRAINT IF EXISTS webhook_events_key_is_hash');
  }
}
