import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds what TikTok's support asks for: the headers of a delivery. Null for those without them, and for those that an older
 * version stores. Without a default, PostgreSQL rewrites no partition.
 */
export class WebhookHeaders1763800000099 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE webhook_events ADD COLUMN headers jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE webhook_events DROP COLUMN headers');
  }
}
