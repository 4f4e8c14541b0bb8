import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

const ACCOUNT = `FOREIGN KEY (organisation_id, integration_id) REFERENCES integrations (organisation_id, id) ON DELETE CASCADE`;

const BEFORE = `'profile', 'videos', 'comments', 'ads'`;

/** Both tables name the kinds of syncs. */
async function allowKinds(runner: QueryRunner, kinds: string): Promise<void> {
  for (const table of ['sync_runs', 'sync_schedules'])
    await runner.query(`
      ALTER TABLE ${table} DROP CONSTRAINT ${table}_kind_check,
        ADD CONSTRAINT ${table}_kind_check CHECK (kind IN (${kinds}))`);
}

/**
 * What the service knows of direct messages beside the messages: of each of TikTok's conversations, the reactions, and the
 * pictures that TikTok keeps for sending. Rows name conversations and messages by TikTok's ids, because events may come first.
 */
export class DirectMessages1763800000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE direct_threads (
        integration_id uuid NOT NULL,
        thread_id text NOT NULL,
        organisation_id text NOT NULL,
        person_key text,
        is_request boolean,
        read_until timestamptz,
        blocked_at timestamptz,
        listed_at timestamptz,
        images boolean,
        images_checked_at timestamptz,
        PRIMARY KEY (integration_id, thread_id),
        ${ACCOUNT}
      )`);
    await runner.query('CREATE INDEX direct_threads_person ON direct_threads (organisation_id, person_key)');
    await runner.query(`
      CREATE TABLE message_reactions (
        integration_id uuid NOT NULL,
        thread_id text NOT NULL,
        message_id text NOT NULL,
        by text NOT NULL CHECK (by IN ('person', 'account')),
        organisation_id text NOT NULL,
        emoji text,
        at timestamptz NOT NULL,
        PRIMARY KEY (integration_id, message_id, by),
        ${ACCOUNT}
      )`);
    await runner.query(
      'CREATE INDEX message_reactions_thread ON message_reactions (integration_id, thread_id)',
    );
    await runner.query(`
      CREATE TABLE message_images (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        integration_id uuid NOT NULL,
        sha256 text NOT NULL,
        media_id text NOT NULL,
        expires_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (integration_id, sha256),
        ${ACCOUNT}
      )`);
    await allowKinds(runner, `${BEFORE}, 'messages'`);
    for (const table of ['direct_threads', 'message_reactions', 'message_images'])
      await isolateTenants(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('app.system_reason', 'undo a migration', true)`);
    await runner.query(`DELETE FROM sync_runs WHERE kind = 'messages'`);
    await runner.query(`DELETE FROM sync_schedules WHERE kind = 'messages'`);
    await allowKinds(runner, BEFORE);
    await runner.query('DROP TABLE message_images, message_reactions, direct_threads');
  }
}
