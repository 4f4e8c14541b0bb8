import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reserveForSystem } from './tenant-table.js';

/** When all processes together began each of their regular tasks last, and the settings behind the latest check of webhooks. */
export class SharedTasks1763800000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE shared_tasks (
        name text PRIMARY KEY,
        begun_at timestamptz NOT NULL
      )`);
    await reserveForSystem(runner, 'shared_tasks');
    // Null: checked by a version that did not note them, so the next start checks again.
    await runner.query('ALTER TABLE webhook_checks ADD COLUMN settings text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE webhook_checks DROP COLUMN settings');
    await runner.query('DROP TABLE shared_tasks');
  }
}
