import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What TikTok says when it offers an account no direct messages although the scope was granted: its region or type. */
export class MessagingRefusals1763800000079 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE integrations ADD COLUMN messaging_refusal text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE integrations DROP COLUMN messaging_refusal');
  }
}
