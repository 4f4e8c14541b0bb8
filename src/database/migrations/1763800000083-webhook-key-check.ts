import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reads all events once. Older processes continue to store and handle them meanwhile. */
export class WebhookKeyCheck1763800000083 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE webhook_events VALIDATE CONSTRAINT webhook_events_key_is_hash');
  }

  async down(): Promise<void> {
    // 82 removes the constraint.
  }
}
