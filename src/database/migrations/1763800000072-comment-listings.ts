import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

/** When the comments of a video were last read, and its counter of comments at that time. */
export class CommentListings1763800000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE comment_listings (
        integration_id uuid NOT NULL,
        video_id text NOT NULL,
        organisation_id text NOT NULL,
        counted bigint,
        read_at timestamptz NOT NULL,
        PRIMARY KEY (integration_id, video_id),
        FOREIGN KEY (organisation_id, integration_id) REFERENCES integrations (organisation_id, id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX comment_listings_organisation ON comment_listings (organisation_id)');
    await isolateTenants(runner, 'comment_listings');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE comment_listings');
  }
}
