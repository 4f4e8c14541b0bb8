import type { MigrationInterface, QueryRunner } from 'typeorm';

const VISIBILITY = 'ALTER TABLE messages DROP CONSTRAINT messages_visibility_check';
const BEFORE = `'public', 'friends', 'hidden', 'deleted'`;

/** Events may come before what they are about is known here; a comment may be in a state that is new to us. */
export class EarlyEvents1763800000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${VISIBILITY}, ADD CONSTRAINT messages_visibility_check CHECK (visibility IN (${BEFORE}, 'unknown'))`);
    await runner.query(`CREATE INDEX conversations_video ON conversations (video_id)`);
    await runner.query(`
      CREATE INDEX publications_former ON publications USING gin (former_publish_ids) WHERE former_publish_ids <> '{}'`);
    // The app whose secret signed the delivery; null for those of older versions.
    await runner.query(`ALTER TABLE webhook_events ADD COLUMN signed_by text`);
    await runner.query(`
      CREATE INDEX webhook_events_quarantined ON webhook_events (id) WHERE status = 'quarantined'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX webhook_events_quarantined`);
    await runner.query(`ALTER TABLE webhook_events DROP COLUMN signed_by`);
    await runner.query(`DROP INDEX publications_former`);
    await runner.query(`DROP INDEX conversations_video`);
    // Row-level security binds the owner, too.
    await runner.query(`SELECT set_config('app.system_reason', 'undo a migration', true)`);
    await runner.query(`UPDATE messages SET visibility = 'public' WHERE visibility = 'unknown'`);
    await runner.query(`
      ${VISIBILITY}, ADD CONSTRAINT messages_visibility_check CHECK (visibility IN (${BEFORE}))`);
  }
}
