import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';

export class CrmInbox1763800000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE conversations (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        integration_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('comment')),
        video_id text NOT NULL,
        root_comment_id text NOT NULL,
        last_message_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (integration_id, video_id, root_comment_id),
        UNIQUE (organisation_id, id),
        FOREIGN KEY (organisation_id, integration_id) REFERENCES integrations (organisation_id, id)
      )`);
    await runner.query(`
      CREATE INDEX conversations_list ON conversations (organisation_id, last_message_at DESC, id DESC)`);
    await runner.query(`
      CREATE TABLE messages (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        conversation_id uuid NOT NULL,
        comment_id text NOT NULL,
        author_id text,
        text text,
        visibility text NOT NULL CHECK (visibility IN ('public', 'friends', 'hidden', 'deleted')),
        sent_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        UNIQUE (conversation_id, comment_id),
        FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversations (organisation_id, id) ON DELETE CASCADE
      )`);
    await isolateTenants(runner, 'conversations');
    await isolateTenants(runner, 'messages');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE messages, conversations`);
  }
}
