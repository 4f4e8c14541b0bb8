import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reserveForSystem } from './tenant-table.js';

/** Proof of each encryption key, which key a credential needs, and credentials that cannot be read. */
export class KeyCustody1763800000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE encryption_key_checks (
        key_id text PRIMARY KEY,
        check_value text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await reserveForSystem(runner, 'encryption_key_checks');
    // Of `v1.<key id>.…`. Both tokens of a credential are encrypted together. A column and not an index on the expression:
    // row-level security keeps conditions on split_part() from using one.
    await runner.query(`
      ALTER TABLE credentials ADD COLUMN unreadable_since timestamptz,
        ADD COLUMN key_id text NOT NULL GENERATED ALWAYS AS (split_part(access_token, '.', 2)) STORED`);
    await runner.query(`CREATE INDEX credentials_key ON credentials (key_id) WHERE rejected_at IS NULL`);
    await runner.query(
      `CREATE INDEX credentials_unreadable ON credentials (id) WHERE unreadable_since IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE credentials DROP COLUMN key_id, DROP COLUMN unreadable_since`);
    await runner.query(`DROP TABLE encryption_key_checks`);
  }
}
