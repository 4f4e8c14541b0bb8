import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each sync of ad comments looks for conversations whose post belongs to another account that was connected meanwhile. */
export class AdConversations1763800000089 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX conversations_ads ON conversations (integration_id, video_id) WHERE kind = 'ad_comment'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX conversations_ads');
  }
}
