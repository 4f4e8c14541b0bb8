import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Webhooks of ads name only the advertiser. */
export class AdsEvents1763800000076 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ad_accounts_advertiser ON ad_accounts (advertiser_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ad_accounts_advertiser');
  }
}
