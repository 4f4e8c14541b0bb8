import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Plans the kinds of syncs that came after an account was connected: only a consent plans kinds, so accounts of before 80 had
 * no sync of direct messages. The first run of a kind that an account does not allow notes why.
 */
export class PlannedKinds1763800000094 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('app.system_reason', 'plan the syncs of later kinds', true)`);
    await runner.query(`
      INSERT INTO sync_schedules (integration_id, kind, organisation_id, due_at)
      SELECT id, kind, organisation_id, now()
      FROM integrations CROSS JOIN unnest(ARRAY['profile', 'videos', 'comments', 'messages', 'ads', 'ad_comments']) AS kind
      WHERE status = 'active' ON CONFLICT DO NOTHING`);
    // Otherwise an organisation may have to wait for the time at which its other kinds are due.
    await runner.query(`
      INSERT INTO sync_turns AS t (organisation_id, turn_at)
      SELECT DISTINCT organisation_id, now() FROM sync_schedules WHERE due_at <= now() ORDER BY organisation_id
      ON CONFLICT (organisation_id) DO UPDATE SET turn_at = excluded.turn_at WHERE t.turn_at > excluded.turn_at`);
  }

  async down(): Promise<void> {
    // What is planned stays valid for the version before.
  }
}
