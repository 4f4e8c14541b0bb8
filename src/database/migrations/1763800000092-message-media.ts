import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';
import { dueIndex, WORK_COLUMNS } from './work-columns.js';

// TikTok keeps media for about this long. Downloads of older messages would only be refused.
const KEPT_DAYS = 30;

/** Pictures and videos of direct messages, which TikTok shows for a limited time. The bytes are in the store of uploads. */
export class MessageMedia1763800000092 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('app.system_reason', 'find pictures of messages', true)`);
    await runner.query(`
      CREATE TABLE message_media (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        integration_id uuid NOT NULL,
        message_id uuid NOT NULL UNIQUE REFERENCES messages (id) ON DELETE CASCADE,
        media_id text NOT NULL,
        status text NOT NULL CHECK (status IN ('pending', 'available', 'expired', 'too_large', 'unavailable')),
        file text,
        media_type text,
        bytes integer,
        width integer,
        height integer,
        stored_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        ${WORK_COLUMNS},
        FOREIGN KEY (organisation_id, integration_id) REFERENCES integrations (organisation_id, id) ON DELETE CASCADE,
        CHECK ((status = 'available') = (file IS NOT NULL))
      )`);
    await runner.query(dueIndex('message_media'));
    await runner.query(
      'CREATE INDEX message_media_turns ON message_media (organisation_id, due_at) WHERE due_at IS NOT NULL',
    );
    await runner.query('CREATE INDEX message_media_file ON message_media (file) WHERE file IS NOT NULL');
    await runner.query(
      'CREATE INDEX message_media_stored ON message_media (stored_at) WHERE file IS NOT NULL',
    );
    await isolateTenants(runner, 'message_media');
    await runner.query(`
      INSERT INTO message_media (id, organisation_id, integration_id, message_id, media_id, status, due_at)
      SELECT new_id(), m.organisation_id, m.integration_id, m.id, m.content ->> 'mediaId', 'pending', now()
      FROM messages m JOIN conversations c ON c.id = m.conversation_id
      WHERE c.kind = 'message' AND m.content ->> 'mediaId' IS NOT NULL AND m.type IN ('image', 'video')
        AND m.sent_at > now() - interval '${KEPT_DAYS} days'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE message_media');
  }
}
