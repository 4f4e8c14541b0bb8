import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A refresh is leased on its row, so that no connection is held while TikTok is asked; the outcome of a consent is kept, so
 * that a browser that comes back with the same answer ends at the same place.
 */
export class RefreshLeases1763800000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE credentials ADD COLUMN refresh_lease uuid, ADD COLUMN refresh_lease_until timestamptz,
        ADD COLUMN refresh_refusal text`);
    await runner.query(`
      ALTER TABLE oauth_states ADD COLUMN answer_hash bytea, ADD COLUMN outcome_integration_id uuid,
        ADD COLUMN outcome_code text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE oauth_states DROP COLUMN answer_hash, DROP COLUMN outcome_integration_id, DROP COLUMN outcome_code`);
    await runner.query(`
      ALTER TABLE credentials DROP COLUMN refresh_lease, DROP COLUMN refresh_lease_until, DROP COLUMN refresh_refusal`);
  }
}
