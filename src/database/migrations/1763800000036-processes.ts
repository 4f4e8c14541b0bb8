import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reserveForSystem } from './tenant-table.js';

/** Running processes announce themselves here, with a heartbeat every few seconds. */
export class Processes1763800000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE processes (
        id uuid PRIMARY KEY,
        role text NOT NULL,
        version text NOT NULL,
        host text NOT NULL,
        pid integer NOT NULL,
        key_ids text[] NOT NULL,
        newest_key_id text NOT NULL,
        troubles text[] NOT NULL DEFAULT '{}',
        started_at timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz NOT NULL DEFAULT now()
      )`);
    await reserveForSystem(runner, 'processes');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE processes`);
  }
}
