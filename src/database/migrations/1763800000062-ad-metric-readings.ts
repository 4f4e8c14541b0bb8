import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

/**
 * When the figures of a day were last read completely, by account and level. The totals are those of the reading, and the
 * residual is what a level lacks of the account's totals; null until both were read.
 */
export class AdMetricReadings1763800000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ad_metric_readings (
        organisation_id text NOT NULL,
        integration_id uuid NOT NULL,
        account_id text NOT NULL,
        level text NOT NULL CHECK (level IN ('account', 'campaign', 'ad_group', 'ad')),
        day date NOT NULL,
        read_at timestamptz NOT NULL,
        is_cut boolean NOT NULL,
        totals jsonb NOT NULL,
        residual jsonb,
        PRIMARY KEY (organisation_id, account_id, level, day),
        FOREIGN KEY (organisation_id, integration_id) REFERENCES integrations (organisation_id, id)
      )`);
    await runner.query(`CREATE INDEX ad_metric_readings_integration ON ad_metric_readings (integration_id)`);
    await isolateTenants(runner, 'ad_metric_readings');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ad_metric_readings`);
  }
}
