import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';
import { dueIndex, WORK_COLUMNS } from './work-columns.js';

/**
 * What agents write in the inbox: committed before it is sent. `target_id` is what it answers at TikTok, `sent_id` is TikTok's id
 * of what was sent.
 */
export class CrmOutbox1763800000074 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE crm_outbox (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        integration_id uuid NOT NULL,
        conversation_id uuid NOT NULL,
        message_id uuid,
        kind text NOT NULL,
        target_id text NOT NULL,
        content jsonb NOT NULL,
        status text NOT NULL CHECK (status IN ('queued', 'sent', 'confirmed', 'unknown', 'failed')),
        sent_id text,
        sent_at timestamptz,
        checks integer NOT NULL DEFAULT 0,
        settled_at timestamptz,
        reach text CHECK (reach IN ('public', 'limited')),
        fail_code text,
        fail_message text,
        retry_of uuid UNIQUE REFERENCES crm_outbox (id) ON DELETE SET NULL,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        ${WORK_COLUMNS},
        UNIQUE (integration_id, sent_id),
        FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversations (organisation_id, id) ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX crm_outbox_conversation ON crm_outbox (conversation_id, id DESC)`);
    await runner.query(`CREATE INDEX crm_outbox_recent ON crm_outbox (integration_id, created_at)`);
    await runner.query(
      `CREATE INDEX crm_outbox_unknown ON crm_outbox (integration_id) WHERE status = 'unknown'`,
    );
    await runner.query(dueIndex('crm_outbox'));
    await isolateTenants(runner, 'crm_outbox');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE crm_outbox');
  }
}
