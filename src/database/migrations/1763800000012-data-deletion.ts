import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Data of an account goes when people ask for it, and some time after the user has taken the access away. */
export class DataDeletion1763800000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE integrations ADD COLUMN purge_at timestamptz, ADD COLUMN delete_data boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE integrations DROP COLUMN purge_at, DROP COLUMN delete_data`);
  }
}
