import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateTenants } from './tenant-table.js';
import { dueIndex, WORK_COLUMNS } from './work-columns.js';

export class Notifications1763800000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // No CHECK on kind and subject_type: a module that tells something new needs no migration.
    await runner.query(`
      CREATE TABLE notifications (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        kind text NOT NULL,
        severity text NOT NULL CHECK (severity IN ('info', 'warning', 'critical')),
        title text NOT NULL,
        detail text NOT NULL,
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        affected jsonb NOT NULL DEFAULT '[]',
        action_url text,
        dedupe_key text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        read_at timestamptz,
        resolved_at timestamptz,
        UNIQUE (organisation_id, dedupe_key)
      )`);
    await runner.query(`CREATE INDEX notifications_list ON notifications (organisation_id, id DESC)`);
    await runner.query(`
      CREATE INDEX notifications_unread ON notifications (organisation_id, id DESC) WHERE read_at IS NULL`);
    await runner.query(`
      CREATE TABLE notification_deliveries (
        id uuid PRIMARY KEY,
        organisation_id text NOT NULL,
        notification_id uuid NOT NULL REFERENCES notifications (id) ON DELETE CASCADE,
        channel text NOT NULL CHECK (channel IN ('email', 'webhook')),
        status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'delivered', 'stopped', 'given_up')),
        fail_reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        settled_at timestamptz,
        ${WORK_COLUMNS},
        UNIQUE (notification_id, channel)
      )`);
    await runner.query(dueIndex('notification_deliveries'));
    await isolateTenants(runner, 'notifications');
    await isolateTenants(runner, 'notification_deliveries');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE notification_deliveries, notifications`);
  }
}
