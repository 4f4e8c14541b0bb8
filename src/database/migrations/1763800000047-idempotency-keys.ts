import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

/** Calls with an Idempotency-Key: who does the work, and the answer that was given, encrypted. */
export class IdempotencyKeys1763800000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_keys (
        organisation_id text NOT NULL,
        route text NOT NULL,
        key_hash bytea NOT NULL,
        fingerprint bytea NOT NULL,
        holder uuid NOT NULL,
        held_until timestamptz NOT NULL,
        status integer,
        answer bytea,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (organisation_id, route, key_hash),
        CHECK ((status IS NULL) = (answer IS NULL))
      )`);
    await runner.query(`CREATE INDEX idempotency_keys_expiry ON idempotency_keys (expires_at)`);
    await isolateTenants(runner, 'idempotency_keys');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE idempotency_keys`);
  }
}
