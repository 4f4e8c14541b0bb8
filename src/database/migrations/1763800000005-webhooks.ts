import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants, reserveForSystem } from './tenant-table.js';
import { dueIndex, WORK_COLUMNS } from './work-columns.js';

export class Webhooks1763800000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhook_events (
        id uuid PRIMARY KEY,
        dedupe_key bytea NOT NULL UNIQUE,
        client_key text NOT NULL,
        event text,
        user_openid text,
        content text,
        raw_body bytea NOT NULL,
        event_time timestamptz,
        signed_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        late boolean NOT NULL,
        status text NOT NULL CHECK (status IN ('received', 'processed', 'ignored', 'quarantined')),
        processed_at timestamptz,
        ${WORK_COLUMNS}
      )`);
    await runner.query(dueIndex('webhook_events'));
    await runner.query(`
      CREATE TABLE webhook_receipts (
        organisation_id text NOT NULL,
        event_id uuid NOT NULL REFERENCES webhook_events (id),
        integration_id uuid NOT NULL,
        PRIMARY KEY (organisation_id, event_id, integration_id),
        FOREIGN KEY (organisation_id, integration_id) REFERENCES integrations (organisation_id, id)
      )`);
    await isolateTenants(runner, 'webhook_receipts');
    await reserveForSystem(
      runner,
      'webhook_events',
      `EXISTS (SELECT FROM webhook_receipts r WHERE r.event_id = webhook_events.id
         AND r.organisation_id = current_setting('app.organisation_id', true))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE webhook_receipts, webhook_events`);
  }
}
