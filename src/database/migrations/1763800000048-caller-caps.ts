import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one organisation may have open at a time is counted at each call that opens more. */
export class CallerCaps1763800000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX oauth_states_open ON oauth_states (organisation_id, expires_at) WHERE used_at IS NULL`);
    await runner.query(`
      CREATE INDEX publications_unfinished ON publications (organisation_id)
        WHERE status IN ('awaiting_upload', 'ready')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX publications_unfinished`);
    await runner.query(`DROP INDEX oauth_states_open`);
  }
}
