import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

/** Uploads under way take room before their bytes do, and may be resumed. */
export class UploadsUnderWay1763800000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE upload_reservations (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        bytes bigint NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX upload_reservations_of ON upload_reservations (organisation_id)`);
    await isolateTenants(runner, 'upload_reservations');
    await runner.query(`
      CREATE TABLE resumable_uploads (
        media_id uuid PRIMARY KEY REFERENCES publication_media (id) ON DELETE CASCADE,
        organisation_id text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('video', 'photo')),
        length_bytes bigint NOT NULL,
        received_bytes bigint NOT NULL DEFAULT 0 CHECK (received_bytes BETWEEN 0 AND length_bytes),
        pieces jsonb NOT NULL DEFAULT '[]',
        completing_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      )`);
    await isolateTenants(runner, 'resumable_uploads');
    // What an organisation has staged is summed up for each of its uploads.
    await runner.query(`
      CREATE INDEX publication_media_staged_of ON publication_media (organisation_id) INCLUDE (size_bytes)
        WHERE staged_file IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX publication_media_staged_of`);
    await runner.query(`DROP TABLE resumable_uploads`);
    await runner.query(`DROP TABLE upload_reservations`);
  }
}
