import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ADD_WORK_COLUMNS, DROP_WORK_COLUMNS, dueIndex } from './work-columns.js';

/** Credentials become work: each is due before its access token ends. */
export class TokenCustody1763800000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE credentials ${ADD_WORK_COLUMNS},
        ADD COLUMN refresh_failures integer NOT NULL DEFAULT 0,
        ADD COLUMN refresh_retry_at timestamptz`);
    await runner.query(dueIndex('credentials'));
    await runner.query(`UPDATE credentials SET due_at = access_expires_at WHERE rejected_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE credentials ${DROP_WORK_COLUMNS}, DROP COLUMN refresh_failures, DROP COLUMN refresh_retry_at`);
  }
}
