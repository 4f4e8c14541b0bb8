import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

/** What an organisation lets its users spend on ads. */
export class AdPolicies1763800000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ad_policies (
        organisation_id text PRIMARY KEY,
        max_daily_spend jsonb NOT NULL,
        max_increase_percent integer NOT NULL,
        require_approval boolean NOT NULL,
        auto_budget_increase_ceiling jsonb,
        updated_by text NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    await isolateTenants(runner, 'ad_policies');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ad_policies');
  }
}
