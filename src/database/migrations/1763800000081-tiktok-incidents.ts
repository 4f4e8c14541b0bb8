import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reserveForSystem } from './tenant-table.js';

/** Incidents that TikTok reports about its own service. */
export class TikTokIncidents1763800000081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tiktok_incidents (
        id text PRIMARY KEY,
        title text NOT NULL,
        is_major boolean NOT NULL,
        reported_at timestamptz NOT NULL,
        resolved_at timestamptz
      )`);
    await runner.query(
      'CREATE INDEX tiktok_incidents_open ON tiktok_incidents (reported_at) WHERE resolved_at IS NULL',
    );
    await reserveForSystem(runner, 'tiktok_incidents');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tiktok_incidents');
  }
}
