import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';
import { dueIndex, WORK_COLUMNS } from './work-columns.js';

/**
 * Addresses that follow an inbox, and what is to be sent to them. A delivery names its subject and holds no content, so that an
 * erased message is erased here, too. `change` counts the changes that one waiting delivery reports.
 */
export class CrmWebhooks1763800000075 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE crm_webhooks (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        url text NOT NULL,
        secret text NOT NULL,
        events text[] NOT NULL,
        enabled boolean NOT NULL,
        disabled_reason text,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (organisation_id, id)
      )`);
    await isolateTenants(runner, 'crm_webhooks');
    await runner.query(`
      CREATE TABLE crm_webhook_deliveries (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        webhook_id uuid NOT NULL,
        type text NOT NULL,
        conversation_id uuid NOT NULL,
        message_id uuid,
        change integer NOT NULL DEFAULT 1,
        status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'delivered', 'stopped', 'given_up')),
        response_status integer,
        fail_reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        settled_at timestamptz,
        ${WORK_COLUMNS},
        FOREIGN KEY (organisation_id, webhook_id) REFERENCES crm_webhooks (organisation_id, id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX crm_webhook_deliveries_waiting ON crm_webhook_deliveries
        (webhook_id, type, conversation_id, coalesce(message_id, conversation_id)) WHERE status = 'pending'`);
    await runner.query(
      `CREATE INDEX crm_webhook_deliveries_list ON crm_webhook_deliveries (webhook_id, id DESC)`,
    );
    await runner.query(dueIndex('crm_webhook_deliveries'));
    await isolateTenants(runner, 'crm_webhook_deliveries');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE crm_webhook_deliveries, crm_webhooks');
  }
}
