import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reserveForSystem } from './tenant-table.js';
import { dueIndex, WORK_COLUMNS } from './work-columns.js';

/** Regular checks of the webhooks that TikTok has registered, and the subscriptions of ad accounts that the service made. */
export class WebhookChecks1763800000085 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhook_checks (
        id uuid PRIMARY KEY,
        name text NOT NULL UNIQUE,
        faults jsonb NOT NULL DEFAULT '[]',
        ours jsonb NOT NULL DEFAULT '{}',
        asks integer NOT NULL DEFAULT 0,
        checked_at timestamptz,
        ${WORK_COLUMNS}
      )`);
    await runner.query(dueIndex('webhook_checks'));
    await reserveForSystem(runner, 'webhook_checks');
    await runner.query(`
      CREATE TABLE ad_subscriptions (
        id uuid PRIMARY KEY,
        entity text NOT NULL,
        advertiser_id text,
        credential_id uuid NOT NULL,
        token_issued_at timestamptz NOT NULL,
        subscription_id text NOT NULL,
        registered_at timestamptz NOT NULL
      )`);
    // Without an ad account, it belongs to the app.
    await runner.query(
      `CREATE UNIQUE INDEX ad_subscriptions_subject ON ad_subscriptions (entity, coalesce(advertiser_id, ''))`,
    );
    await reserveForSystem(runner, 'ad_subscriptions');
    await runner.query(
      'CREATE INDEX notifications_open ON notifications (kind, dedupe_key) WHERE resolved_at IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX notifications_open');
    await runner.query('DROP TABLE ad_subscriptions');
    await runner.query('DROP TABLE webhook_checks');
  }
}
