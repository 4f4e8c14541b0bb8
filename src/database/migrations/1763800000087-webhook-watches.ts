import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

/** Which families of webhooks are watched for which integrations, and since when without a break. */
export class WebhookWatches1763800000087 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhook_watches (
        integration_id uuid NOT NULL,
        family text NOT NULL,
        organisation_id text NOT NULL,
        watched_since timestamptz NOT NULL,
        announced_at timestamptz,
        alarmed_from timestamptz,
        PRIMARY KEY (integration_id, family)
      )`);
    await isolateTenants(runner, 'webhook_watches');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_watches');
  }
}
