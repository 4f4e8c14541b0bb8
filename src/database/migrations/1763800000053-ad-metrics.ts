import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

/**
 * Daily figures of ads. A row is one object on one day of its account; a later reading replaces it. The key's order is the order
 * in which ranges of days are read.
 */
export class AdMetrics1763800000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ad_metrics (
        organisation_id text NOT NULL,
        integration_id uuid NOT NULL,
        account_id text NOT NULL,
        level text NOT NULL CHECK (level IN ('account', 'campaign', 'ad_group', 'ad')),
        object_id text NOT NULL,
        day date NOT NULL,
        metrics jsonb NOT NULL,
        currency text,
        time_zone text,
        as_of timestamptz NOT NULL,
        final boolean NOT NULL,
        PRIMARY KEY (organisation_id, account_id, level, day, object_id),
        FOREIGN KEY (organisation_id, integration_id) REFERENCES integrations (organisation_id, id)
      )`);
    await runner.query(`CREATE INDEX ad_metrics_integration ON ad_metrics (integration_id)`);
    await isolateTenants(runner, 'ad_metrics');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ad_metrics`);
  }
}
