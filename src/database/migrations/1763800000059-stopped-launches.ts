import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The kill switch that stopped a launch, beside what failed afterwards. */
export class StoppedLaunches1763800000059 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ad_launches ADD COLUMN kill_switch jsonb');
    await runner.query(`
      UPDATE ad_launches SET kill_switch = jsonb_build_object(
        'reason', regexp_replace(fail_reason, '^The kill switch stopped it: ', ''), 'at', coalesce(finished_at, updated_at))
      WHERE fail_code = 'kill_switch'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ad_launches DROP COLUMN kill_switch');
  }
}
