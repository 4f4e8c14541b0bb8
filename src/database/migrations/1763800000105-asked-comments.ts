import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When TikTok last showed the first comment of a conversation, or was asked for it. A new conversation counts as shown. So do
 * older ones at the time of the upgrade, which rewrites no row.
 */
export class AskedComments1763800000105 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE conversations ADD COLUMN asked_at timestamptz NOT NULL DEFAULT now()');
    // In the order in which they are asked for. With the last column, conversations that are too old are skipped in the index.
    await runner.query(`
      CREATE INDEX conversations_asked ON conversations (integration_id, asked_at, video_id, last_message_at)
      WHERE kind = 'comment' AND status <> 'closed'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX conversations_asked');
    await runner.query('ALTER TABLE conversations DROP COLUMN asked_at');
  }
}
