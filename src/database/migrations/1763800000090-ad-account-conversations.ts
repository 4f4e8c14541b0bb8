import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the newest comment under an ad account's ads says is shown with the account. */
export class AdAccountConversations1763800000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX conversations_ad_account ON conversations (organisation_id, (ad->>'accountId'), last_message_at DESC)
      WHERE ad IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX conversations_ad_account');
  }
}
