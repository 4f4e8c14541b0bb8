import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATUS = 'ALTER TABLE webhook_events DROP CONSTRAINT webhook_events_status_check';
const BEFORE = `'received', 'processed', 'ignored', 'quarantined'`;

/** Events that cannot be handled end with a reason; those that concern nobody are found by their age and deleted. */
export class WebhookFailures1763800000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${STATUS}, ADD CONSTRAINT webhook_events_status_check CHECK (status IN (${BEFORE}, 'failed')),
        ADD COLUMN failure text`);
    await runner.query(`CREATE INDEX webhook_events_received ON webhook_events (received_at)`);
    // Also what deleting an event asks, by its foreign key.
    await runner.query(`CREATE INDEX webhook_receipts_event ON webhook_receipts (event_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX webhook_receipts_event`);
    await runner.query(`DROP INDEX webhook_events_received`);
    // Row-level security binds the owner, too.
    await runner.query(`SELECT set_config('app.system_reason', 'undo a migration', true)`);
    await runner.query(`UPDATE webhook_events SET status = 'ignored' WHERE status = 'failed'`);
    await runner.query(`
      ${STATUS}, ADD CONSTRAINT webhook_events_status_check CHECK (status IN (${BEFORE})),
        DROP COLUMN failure`);
  }
}
